"""merge both

Revision ID: 53fffde5ad5
Revises: 27c6a30d7c24, ae1027a6acf
Create Date: 2026-11-20 20:56:52.909850

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = '53fffde5ad5'
down_revision: Union[str, Sequence[str], None] = ('27c6a30d7c24', 'ae1027a6acf')
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """Upgrade schema."""
    pass


def downgrade() -> None:
    """Downgrade schema."""
    pass
