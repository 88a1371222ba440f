"""Makes, writes, reads or finds the rows of rows.json in the table of SharedRow: python3 rows.py ACTION URL"""

import base64
import datetime
import decimal
import json
import sys
import uuid

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    Numeric,
    String,
    Table,
    Time,
    create_engine,
    select,
)
from sqlalchemy.dialects import mysql
from sqlalchemy.types import UserDefinedType
from sqlmodel.sql.sqltypes import GUID


class MariaDbUuid(UserDefinedType):
    """MariaDB's own type, which SQLAlchemy knows from 2.0 on."""

    cache_ok = True

    def get_col_spec(self):
        return "uuid"

    def bind_processor(self, dialect):
        return lambda value: None if value is None else str(value)


metadata = MetaData()
table = Table(
    "shared_row",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", String(100)),
    Column("large", BigInteger),
    Column("price", Numeric(16, 4)),
    Column("ratio", Float(53)),
    Column("done", Boolean().with_variant(mysql.BIT(1), "mysql")),
    Column("day", Date),
    Column("hour", Time().with_variant(mysql.TIME(fsp=6), "mysql")),
    Column("moment", DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql")),
    Column("bytes", LargeBinary),
    Column("data", JSON(none_as_null=True)),
    Column("uuid", GUID().with_variant(MariaDbUuid(), "mysql")),
    mysql_charset="utf8mb4",
)

DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg2", "mariadb": "mysql+pymysql", "mysql": "mysql+pymysql"}

READ = {
    "price": decimal.Decimal,
    "day": datetime.date.fromisoformat,
    "hour": lambda text: parsed(text, "%H:%M:%S").time(),
    "moment": lambda text: parsed(text, "%Y-%m-%dT%H:%M:%S"),
    "bytes": base64.b64decode,
    "uuid": uuid.UUID,
}


def parsed(text, form):
    return datetime.datetime.strptime(text, form + ".%f" if "." in text else form)


def rows():
    with open("rows.json", encoding="utf-8") as file:
        for line in json.load(file, parse_float=str):
            yield {
                column.name: value(column.name, line.get(column.name))
                for column in table.columns
            }


def value(name, text):
    if text is None:
        return None
    if name == "data":
        return json.loads(json.dumps(text).replace('"1.5"', "1.5"))
    if name == "ratio":
        return float(text)
    return READ[name](str(text)) if name in READ else text


def shown(name, value):
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, decimal.Decimal):
        return Number(value)
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if name == "done" and value is not None:
        return bool(value)
    return str(value) if isinstance(value, uuid.UUID) else value


class Number(float):
    """A decimal that is printed with all its digits."""

    def __new__(cls, exact):
        number = super().__new__(cls, exact)
        number.exact = exact
        return number

    def __repr__(self):
        return format(self.exact, "f")


def main(action, url):
    database = url.split(":", 1)[0].split("+")[0]
    engine = create_engine(DRIVERS[database] + ":" + url.split(":", 1)[1])
    if action == "create":
        metadata.create_all(engine)
    with engine.begin() as connection:
        if action == "write":
            connection.execute(table.insert(), list(rows()))
        if action == "read":
            for row in connection.execute(select(table).order_by(table.c.id)):
                print(json.dumps({name: shown(name, cell) for name, cell in row._mapping.items()}))
        if action == "find":
            found = []
            for row in rows():
                asked = select(table.c.id)
                for name in ("name", "large", "price", "day", "hour", "moment"):
                    # in SQLite, SQLAlchemy writes a fraction of zero, too
                    if row[name] is not None and getattr(row[name], "microsecond", 1) != 0:
                        asked = asked.where(table.c[name] == row[name])
                found += [str(hit.id) for hit in connection.execute(asked.where(table.c.id == row["id"]))]
            print(" ".join(found))


main(*sys.argv[1:])
