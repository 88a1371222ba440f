"""other base

Revision ID: 3cac04ae8714
Revises: 
Create Date: 2026-11-20 20:56:53.152619

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = '3cac04ae8714'
down_revision: Union[str, Sequence[str], None] = None
branch_labels: Union[str, Sequence[str], None] = ('networking',)
depends_on: Union[str, Sequence[str], None] = '27c6a30d7c24'


def upgrade() -> None:
    """Upgrade schema."""
    pass


def downgrade() -> None:
    """Downgrade schema."""
    pass
