"""A very long message about many words, that surely passes forty chars

Revision ID: 55af2cb1c267
Revises: 3cac04ae8714
Create Date: 2026-11-20 20:56:53.384137

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = '55af2cb1c267'
down_revision: Union[str, Sequence[str], None] = '3cac04ae8714'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    pass


def downgrade() -> None:
    """Downgrade schema."""
    pass
