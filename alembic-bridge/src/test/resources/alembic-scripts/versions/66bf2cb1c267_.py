"""empty message

Revision ID: 66bf2cb1c267
Revises: 53fffde5ad5
Create Date: 2026-11-20 20:56:53.605273

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = '66bf2cb1c267'
down_revision: Union[str, Sequence[str], None] = '53fffde5ad5'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = '55af2cb1c267'


def upgrade() -> None:
    """Upgrade schema."""
    pass


def downgrade() -> None:
    """Downgrade schema."""
    pass
