-- revision: 1a7c0d4e9b25
-- down_revision:
-- message: create country

-- upgrade
create table country (code varchar(2) not null primary key, name varchar(100) not null);

-- downgrade
drop table country;
