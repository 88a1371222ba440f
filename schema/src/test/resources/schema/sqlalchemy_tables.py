"""Prints what SQLAlchemy reads of the database at a URL, as JSON."""

import json
import sys
import warnings

import sqlalchemy

# it says that it passes over indexes on expressions: so does the comparison
warnings.simplefilter("ignore")

engine = sqlalchemy.create_engine(sys.argv[1])
inspector = sqlalchemy.inspect(engine)


def type_text(found):
    return "" if isinstance(found, sqlalchemy.types.NullType) else found.compile(dialect=engine.dialect).lower()


def column(found):
    return {
        "name": found["name"],
        "type": type_text(found["type"]),
        "nullable": found["nullable"],
        "generated": "computed" in found,
    }


def foreign_key(found):
    options = found["options"]
    return {
        "columns": found["constrained_columns"],
        "name": found["name"],
        "referred_columns": found["referred_columns"],
        "referred_table": found["referred_table"],
        "on_delete": (options.get("ondelete") or "no action").lower(),
        "on_update": (options.get("onupdate") or "no action").lower(),
        "deferrable": bool(options.get("deferrable")),
        "initially_deferred": (options.get("initially") or "").lower() == "deferred",
    }


def by_name(found):
    return sorted(found, key=lambda one: one["name"])


def table(name):
    # before the key is asked for: that sorts the columns anew
    columns = [column(found) for found in inspector.get_columns(name)]
    key = inspector.get_pk_constraint(name)
    uniques = by_name(inspector.get_unique_constraints(name))
    foreign_keys = by_name(inspector.get_foreign_keys(name))
    # the indexes that MariaDB makes for its keys
    keys = [key["name"] for key in uniques + foreign_keys]
    return {
        "columns": columns,
        "primary_key": {"columns": key["constrained_columns"], "name": key["name"] or "PRIMARY"},
        "uniques": [{"columns": unique["column_names"], "name": unique["name"]} for unique in uniques],
        "indexes": [
            {"columns": index["column_names"], "name": index["name"], "unique": bool(index["unique"])}
            for index in by_name(inspector.get_indexes(name))
            if index["name"] not in keys and None not in index["column_names"]
        ],
        "foreign_keys": [foreign_key(found) for found in foreign_keys],
        "checks": [check["name"] for check in by_name(inspector.get_check_constraints(name))],
    }


names = [name for name in inspector.get_table_names() if not name.startswith("sqlite_")]
print(json.dumps({name: table(name) for name in names}))
