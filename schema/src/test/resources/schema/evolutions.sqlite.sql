-- ADD_COLUMN
--   Detected added column 'user.nick'
alter table "user" add column nick varchar(20);

-- ADD_COLUMN_WITH_DEFAULT
--   Detected added column 'user.points'
alter table "user" add column points integer default 7 not null;

-- ADD_COLUMN_WITH_CHANGING_DEFAULT
--   Detected added column 'user.seen'
-- batch "user" (id, secret_name, email, age, manager_id, version)
create table _unirow_batch_user (
    id integer not null constraint pk_user primary key autoincrement,
    secret_name varchar(50) not null,
    email varchar(255) not null,
    age integer,
    manager_id bigint,
    version integer not null,
    seen timestamp default current_timestamp not null,
    constraint uq_user_email unique (email),
    constraint ck_user_age check ((age<=150) and (age>=0)),
    constraint fk_user_manager_id_user foreign key (manager_id) references "user" (id)
);
insert into _unirow_batch_user (id, secret_name, email, age, manager_id, version) select id, secret_name, email, age, manager_id, version from "user";
delete from sqlite_sequence where name = '_unirow_batch_user';
insert into sqlite_sequence (name, seq) select '_unirow_batch_user', seq from sqlite_sequence where name = 'user';
drop table "user";
alter table _unirow_batch_user rename to "user";

-- ADD_RESERVED_COLUMN
--   Detected added column 'order.select'
alter table "order" add column "select" integer;

-- DROP_COLUMN
--   Detected removed column 'tag.Mixed Case' (destructive)
-- batch tag ("select", "Mixed Case")
create table _unirow_batch_tag (
    "select" varchar(20) not null,
    constraint pk_tag primary key ("select")
);
insert into _unirow_batch_tag ("select") select "select" from tag;
drop table tag;
alter table _unirow_batch_tag rename to tag;

-- WIDEN_TEXT
--   Detected type change from varchar(50) to varchar(80) on 'user.secret_name'
-- batch "user" (id, secret_name, email, age, manager_id, version)
create table _unirow_batch_user (
    id integer not null constraint pk_user primary key autoincrement,
    secret_name varchar(80) not null,
    email varchar(255) not null,
    age integer,
    manager_id bigint,
    version integer not null,
    constraint uq_user_email unique (email),
    constraint ck_user_age check ((age<=150) and (age>=0)),
    constraint fk_user_manager_id_user foreign key (manager_id) references "user" (id)
);
insert into _unirow_batch_user (id, secret_name, email, age, manager_id, version) select id, secret_name, email, age, manager_id, version from "user";
delete from sqlite_sequence where name = '_unirow_batch_user';
insert into sqlite_sequence (name, seq) select '_unirow_batch_user', seq from sqlite_sequence where name = 'user';
drop table "user";
alter table _unirow_batch_user rename to "user";

-- NUMBER_TO_TEXT
--   Detected removed unique constraint 'uq_order_buyer_id_number' on 'order'
--   Detected removed check constraint 'ck_order_limits' on 'order'
--   Detected type change from integer to varchar(30) on 'order.number' (destructive)
-- batch "order" (id, buyer_id, seller_id, number, "limit", "group", placed)
create table _unirow_batch_order (
    id integer not null constraint pk_order primary key autoincrement,
    buyer_id bigint not null,
    seller_id bigint,
    number varchar(30),
    "limit" integer,
    "group" varchar(255),
    placed timestamp,
    constraint order_group unique ("group"),
    constraint fk_order_buyer_id_user foreign key (buyer_id) references "user" (id) on delete cascade,
    constraint fk_order_seller_id_user foreign key (seller_id) references "user" (id) on delete set null
);
insert into _unirow_batch_order (id, buyer_id, seller_id, number, "limit", "group", placed) select id, buyer_id, seller_id, number, "limit", "group", placed from "order";
delete from sqlite_sequence where name = '_unirow_batch_order';
insert into sqlite_sequence (name, seq) select '_unirow_batch_order', seq from sqlite_sequence where name = 'order';
drop table "order";
alter table _unirow_batch_order rename to "order";
create index ix_order_placed_number on "order" (placed desc, number);

-- NUMBER_WITH_DEFAULT_TO_TEXT
--   Detected server default on column 'everything.whole'
--   Detected type change from integer to varchar(30) on 'everything.whole' (destructive)
--   Detected server default on column 'everything.whole'
-- batch everything (id, plain, long_text, flag, maybe, whole, big, small, "real", single, price, digits, day, "time", moment, instant, status, ordinal, "json", bytes, uuid)
create table _unirow_batch_everything (
    id char(36) not null,
    plain varchar(255),
    long_text varchar(100000),
    flag boolean default true not null,
    maybe boolean,
    whole varchar(30) default '8' not null,
    big bigint,
    small smallint not null,
    "real" float not null,
    single float,
    price numeric(12,3),
    digits numeric(10,2),
    day date,
    "time" time(6),
    moment timestamp,
    instant timestamp default current_timestamp,
    status varchar(255) default 'NEW',
    ordinal tinyint,
    "json" clob,
    bytes blob,
    uuid char(36),
    constraint pk_everything primary key (id),
    constraint ck_everything_digits check (digits>-100000000 and digits<100000000 and round(digits,2)=digits),
    constraint ck_everything_ordinal check (ordinal between 0 and 1),
    constraint ck_everything_status check (status in ('NEW','OLD'))
);
insert into _unirow_batch_everything (id, plain, long_text, flag, maybe, whole, big, small, "real", single, price, digits, day, "time", moment, instant, status, ordinal, "json", bytes, uuid) select id, plain, long_text, flag, maybe, whole, big, small, "real", single, price, digits, day, "time", moment, instant, status, ordinal, "json", bytes, uuid from everything;
drop table everything;
alter table _unirow_batch_everything rename to everything;

-- TEXT_WITH_DEFAULT_TO_NUMBER
--   Detected removed check constraint 'ck_everything_status' on 'everything'
--   Detected server default on column 'everything.status'
--   Detected type change from varchar(255) to integer on 'everything.status' (destructive)
--   Detected server default on column 'everything.status'
-- batch everything (id, plain, long_text, flag, maybe, whole, big, small, "real", single, price, digits, day, "time", moment, instant, status, ordinal, "json", bytes, uuid)
create table _unirow_batch_everything (
    status constraint "status must be a whole number" check (status is null)
);
insert into _unirow_batch_everything (status) select 1 from everything where status is not null and (cast(status as integer) = status) is not true;
drop table _unirow_batch_everything;
create table _unirow_batch_everything (
    id char(36) not null,
    plain varchar(255),
    long_text varchar(100000),
    flag boolean default true not null,
    maybe boolean,
    whole integer default 7 not null,
    big bigint,
    small smallint not null,
    "real" float not null,
    single float,
    price numeric(12,3),
    digits numeric(10,2),
    day date,
    "time" time(6),
    moment timestamp,
    instant timestamp default current_timestamp,
    status integer default 8,
    ordinal tinyint,
    "json" clob,
    bytes blob,
    uuid char(36),
    constraint pk_everything primary key (id),
    constraint ck_everything_digits check (digits>-100000000 and digits<100000000 and round(digits,2)=digits),
    constraint ck_everything_ordinal check (ordinal between 0 and 1)
);
insert into _unirow_batch_everything (id, plain, long_text, flag, maybe, whole, big, small, "real", single, price, digits, day, "time", moment, instant, status, ordinal, "json", bytes, uuid) select id, plain, long_text, flag, maybe, whole, big, small, "real", single, price, digits, day, "time", moment, instant, cast(status as integer), ordinal, "json", bytes, uuid from everything;
drop table everything;
alter table _unirow_batch_everything rename to everything;

-- KEY_AND_ITS_REFERENCES_TO_TEXT
--   Detected type change from integer to varchar(30) on 'assigned.id' (destructive)
--   Detected type change from integer to varchar(30) on 'body.id' (destructive)
--   Detected type change from bigint to varchar(30) on 'head.body_id' (destructive)
-- batch assigned (id, a_very_long_name_of_a_property_that_will_not_fit_into__a6e0d28e)
create table _unirow_batch_assigned (
    id varchar(30) not null,
    a_very_long_name_of_a_property_that_will_not_fit_into__a6e0d28e varchar(255),
    constraint pk_assigned primary key (id)
);
insert into _unirow_batch_assigned (id, a_very_long_name_of_a_property_that_will_not_fit_into__a6e0d28e) select id, a_very_long_name_of_a_property_that_will_not_fit_into__a6e0d28e from assigned;
drop table assigned;
alter table _unirow_batch_assigned rename to assigned;
-- batch body (id, head_id)
create table _unirow_batch_body (
    id varchar(30) not null,
    head_id bigint,
    constraint pk_body primary key (id),
    constraint fk_body_head_id_head foreign key (head_id) references head (id)
);
insert into _unirow_batch_body (id, head_id) select id, head_id from body;
drop table body;
alter table _unirow_batch_body rename to body;
-- batch head (id, body_id)
create table _unirow_batch_head (
    id integer not null constraint pk_head primary key autoincrement,
    body_id varchar(30),
    constraint uq_head_body_id unique (body_id),
    constraint fk_head_body_id_body foreign key (body_id) references body (id)
);
insert into _unirow_batch_head (id, body_id) select id, body_id from head;
delete from sqlite_sequence where name = '_unirow_batch_head';
insert into sqlite_sequence (name, seq) select '_unirow_batch_head', seq from sqlite_sequence where name = 'head';
drop table head;
alter table _unirow_batch_head rename to head;

-- REQUIRE
--   Detected NOT NULL on column 'order.limit'
-- batch "order" (id, buyer_id, seller_id, number, "limit", "group", placed)
create table _unirow_batch_order (
    id integer not null constraint pk_order primary key autoincrement,
    buyer_id bigint not null,
    seller_id bigint,
    number integer,
    "limit" integer not null,
    "group" varchar(255),
    placed timestamp,
    constraint order_group unique ("group"),
    constraint uq_order_buyer_id_number unique (buyer_id, number),
    constraint ck_order_limits check ("limit" <= number or number is null),
    constraint fk_order_buyer_id_user foreign key (buyer_id) references "user" (id) on delete cascade,
    constraint fk_order_seller_id_user foreign key (seller_id) references "user" (id) on delete set null
);
insert into _unirow_batch_order (id, buyer_id, seller_id, number, "limit", "group", placed) select id, buyer_id, seller_id, number, "limit", "group", placed from "order";
delete from sqlite_sequence where name = '_unirow_batch_order';
insert into sqlite_sequence (name, seq) select '_unirow_batch_order', seq from sqlite_sequence where name = 'order';
drop table "order";
alter table _unirow_batch_order rename to "order";
create index ix_order_placed_number on "order" (placed desc, number);

-- ALLOW_NULL
--   Detected NULL on column 'user.email'
-- batch "user" (id, secret_name, email, age, manager_id, version)
create table _unirow_batch_user (
    id integer not null constraint pk_user primary key autoincrement,
    secret_name varchar(50) not null,
    email varchar(255),
    age integer,
    manager_id bigint,
    version integer not null,
    constraint uq_user_email unique (email),
    constraint ck_user_age check ((age<=150) and (age>=0)),
    constraint fk_user_manager_id_user foreign key (manager_id) references "user" (id)
);
insert into _unirow_batch_user (id, secret_name, email, age, manager_id, version) select id, secret_name, email, age, manager_id, version from "user";
delete from sqlite_sequence where name = '_unirow_batch_user';
insert into sqlite_sequence (name, seq) select '_unirow_batch_user', seq from sqlite_sequence where name = 'user';
drop table "user";
alter table _unirow_batch_user rename to "user";

-- ADD_DEFAULT
--   Detected server default on column 'user.age'
-- batch "user" (id, secret_name, email, age, manager_id, version)
create table _unirow_batch_user (
    id integer not null constraint pk_user primary key autoincrement,
    secret_name varchar(50) not null,
    email varchar(255) not null,
    age integer default 18,
    manager_id bigint,
    version integer not null,
    constraint uq_user_email unique (email),
    constraint ck_user_age check ((age<=150) and (age>=0)),
    constraint fk_user_manager_id_user foreign key (manager_id) references "user" (id)
);
insert into _unirow_batch_user (id, secret_name, email, age, manager_id, version) select id, secret_name, email, age, manager_id, version from "user";
delete from sqlite_sequence where name = '_unirow_batch_user';
insert into sqlite_sequence (name, seq) select '_unirow_batch_user', seq from sqlite_sequence where name = 'user';
drop table "user";
alter table _unirow_batch_user rename to "user";

-- CHANGE_DEFAULT
--   Detected server default on column 'everything.status'
-- batch everything (id, plain, long_text, flag, maybe, whole, big, small, "real", single, price, digits, day, "time", moment, instant, status, ordinal, "json", bytes, uuid)
create table _unirow_batch_everything (
    id char(36) not null,
    plain varchar(255),
    long_text varchar(100000),
    flag boolean default true not null,
    maybe boolean,
    whole integer default 7 not null,
    big bigint,
    small smallint not null,
    "real" float not null,
    single float,
    price numeric(12,3),
    digits numeric(10,2),
    day date,
    "time" time(6),
    moment timestamp,
    instant timestamp default current_timestamp,
    status varchar(255) default 'OLD',
    ordinal tinyint,
    "json" clob,
    bytes blob,
    uuid char(36),
    constraint pk_everything primary key (id),
    constraint ck_everything_digits check (digits>-100000000 and digits<100000000 and round(digits,2)=digits),
    constraint ck_everything_ordinal check (ordinal between 0 and 1),
    constraint ck_everything_status check (status in ('NEW','OLD'))
);
insert into _unirow_batch_everything (id, plain, long_text, flag, maybe, whole, big, small, "real", single, price, digits, day, "time", moment, instant, status, ordinal, "json", bytes, uuid) select id, plain, long_text, flag, maybe, whole, big, small, "real", single, price, digits, day, "time", moment, instant, status, ordinal, "json", bytes, uuid from everything;
drop table everything;
alter table _unirow_batch_everything rename to everything;

-- DROP_DEFAULT
--   Detected server default on column 'everything.instant'
-- batch everything (id, plain, long_text, flag, maybe, whole, big, small, "real", single, price, digits, day, "time", moment, instant, status, ordinal, "json", bytes, uuid)
create table _unirow_batch_everything (
    id char(36) not null,
    plain varchar(255),
    long_text varchar(100000),
    flag boolean default true not null,
    maybe boolean,
    whole integer default 7 not null,
    big bigint,
    small smallint not null,
    "real" float not null,
    single float,
    price numeric(12,3),
    digits numeric(10,2),
    day date,
    "time" time(6),
    moment timestamp,
    instant timestamp,
    status varchar(255) default 'NEW',
    ordinal tinyint,
    "json" clob,
    bytes blob,
    uuid char(36),
    constraint pk_everything primary key (id),
    constraint ck_everything_digits check (digits>-100000000 and digits<100000000 and round(digits,2)=digits),
    constraint ck_everything_ordinal check (ordinal between 0 and 1),
    constraint ck_everything_status check (status in ('NEW','OLD'))
);
insert into _unirow_batch_everything (id, plain, long_text, flag, maybe, whole, big, small, "real", single, price, digits, day, "time", moment, instant, status, ordinal, "json", bytes, uuid) select id, plain, long_text, flag, maybe, whole, big, small, "real", single, price, digits, day, "time", moment, instant, status, ordinal, "json", bytes, uuid from everything;
drop table everything;
alter table _unirow_batch_everything rename to everything;

-- ADD_UNIQUE
--   Detected added unique constraint 'uq_user_secret_name_age' on '(secret_name, age)'
-- batch "user" (id, secret_name, email, age, manager_id, version)
create table _unirow_batch_user (
    id integer not null constraint pk_user primary key autoincrement,
    secret_name varchar(50) not null,
    email varchar(255) not null,
    age integer,
    manager_id bigint,
    version integer not null,
    constraint uq_user_email unique (email),
    constraint uq_user_secret_name_age unique (secret_name, age),
    constraint ck_user_age check ((age<=150) and (age>=0)),
    constraint fk_user_manager_id_user foreign key (manager_id) references "user" (id)
);
insert into _unirow_batch_user (id, secret_name, email, age, manager_id, version) select id, secret_name, email, age, manager_id, version from "user";
delete from sqlite_sequence where name = '_unirow_batch_user';
insert into sqlite_sequence (name, seq) select '_unirow_batch_user', seq from sqlite_sequence where name = 'user';
drop table "user";
alter table _unirow_batch_user rename to "user";

-- DROP_UNIQUE
--   Detected removed unique constraint 'uq_user_email' on 'user'
-- batch "user" (id, secret_name, email, age, manager_id, version)
create table _unirow_batch_user (
    id integer not null constraint pk_user primary key autoincrement,
    secret_name varchar(50) not null,
    email varchar(255) not null,
    age integer,
    manager_id bigint,
    version integer not null,
    constraint ck_user_age check ((age<=150) and (age>=0)),
    constraint fk_user_manager_id_user foreign key (manager_id) references "user" (id)
);
insert into _unirow_batch_user (id, secret_name, email, age, manager_id, version) select id, secret_name, email, age, manager_id, version from "user";
delete from sqlite_sequence where name = '_unirow_batch_user';
insert into sqlite_sequence (name, seq) select '_unirow_batch_user', seq from sqlite_sequence where name = 'user';
drop table "user";
alter table _unirow_batch_user rename to "user";

-- ADD_INDEX
--   Detected added index 'ix_user_age' on '(age, secret_name)'
create unique index ix_user_age on "user" (age desc, secret_name);

-- DROP_INDEX
--   Detected removed index 'ix_order_placed_number' on 'order'
drop index ix_order_placed_number;

-- CHANGE_INDEX
--   Detected removed index 'ix_order_placed_number' on 'order'
--   Detected added index 'ix_order_placed_number' on '(placed)'
drop index ix_order_placed_number;
create index ix_order_placed_number on "order" (placed);

-- ADD_FOREIGN_KEY
--   Detected added column 'order.tag'
--   Detected added foreign key fk_order_tag_tag (tag)(select) on table 'order'
-- batch "order" (id, buyer_id, seller_id, number, "limit", "group", placed)
create table _unirow_batch_order (
    id integer not null constraint pk_order primary key autoincrement,
    buyer_id bigint not null,
    seller_id bigint,
    number integer,
    "limit" integer,
    "group" varchar(255),
    placed timestamp,
    tag varchar(20),
    constraint order_group unique ("group"),
    constraint uq_order_buyer_id_number unique (buyer_id, number),
    constraint ck_order_limits check ("limit" <= number or number is null),
    constraint fk_order_buyer_id_user foreign key (buyer_id) references "user" (id) on delete cascade,
    constraint fk_order_seller_id_user foreign key (seller_id) references "user" (id) on delete set null,
    constraint fk_order_tag_tag foreign key (tag) references tag ("select") on delete set null
);
insert into _unirow_batch_order (id, buyer_id, seller_id, number, "limit", "group", placed) select id, buyer_id, seller_id, number, "limit", "group", placed from "order";
delete from sqlite_sequence where name = '_unirow_batch_order';
insert into sqlite_sequence (name, seq) select '_unirow_batch_order', seq from sqlite_sequence where name = 'order';
drop table "order";
alter table _unirow_batch_order rename to "order";
create index ix_order_placed_number on "order" (placed desc, number);

-- DROP_FOREIGN_KEY
--   Detected removed foreign key fk_order_buyer_id_user (buyer_id)(id) on table 'order'
--   Detected removed foreign key fk_order_seller_id_user (seller_id)(id) on table 'order'
-- batch "order" (id, buyer_id, seller_id, number, "limit", "group", placed)
create table _unirow_batch_order (
    id integer not null constraint pk_order primary key autoincrement,
    buyer_id bigint not null,
    seller_id bigint,
    number integer,
    "limit" integer,
    "group" varchar(255),
    placed timestamp,
    constraint order_group unique ("group"),
    constraint uq_order_buyer_id_number unique (buyer_id, number),
    constraint ck_order_limits check ("limit" <= number or number is null)
);
insert into _unirow_batch_order (id, buyer_id, seller_id, number, "limit", "group", placed) select id, buyer_id, seller_id, number, "limit", "group", placed from "order";
delete from sqlite_sequence where name = '_unirow_batch_order';
insert into sqlite_sequence (name, seq) select '_unirow_batch_order', seq from sqlite_sequence where name = 'order';
drop table "order";
alter table _unirow_batch_order rename to "order";
create index ix_order_placed_number on "order" (placed desc, number);

-- CHANGE_ON_DELETE
--   Detected removed foreign key fk_order_buyer_id_user (buyer_id)(id) on table 'order'
--   Detected removed foreign key fk_order_seller_id_user (seller_id)(id) on table 'order'
--   Detected added foreign key fk_order_buyer_id_user (buyer_id)(id) on table 'order'
--   Detected added foreign key fk_order_seller_id_user (seller_id)(id) on table 'order'
-- batch "order" (id, buyer_id, seller_id, number, "limit", "group", placed)
create table _unirow_batch_order (
    id integer not null constraint pk_order primary key autoincrement,
    buyer_id bigint not null,
    seller_id bigint,
    number integer,
    "limit" integer,
    "group" varchar(255),
    placed timestamp,
    constraint order_group unique ("group"),
    constraint uq_order_buyer_id_number unique (buyer_id, number),
    constraint ck_order_limits check ("limit" <= number or number is null),
    constraint fk_order_buyer_id_user foreign key (buyer_id) references "user" (id),
    constraint fk_order_seller_id_user foreign key (seller_id) references "user" (id)
);
insert into _unirow_batch_order (id, buyer_id, seller_id, number, "limit", "group", placed) select id, buyer_id, seller_id, number, "limit", "group", placed from "order";
delete from sqlite_sequence where name = '_unirow_batch_order';
insert into sqlite_sequence (name, seq) select '_unirow_batch_order', seq from sqlite_sequence where name = 'order';
drop table "order";
alter table _unirow_batch_order rename to "order";
create index ix_order_placed_number on "order" (placed desc, number);

-- ADD_CHECK
--   Detected added check constraint 'ck_user_email' on 'user'
-- batch "user" (id, secret_name, email, age, manager_id, version)
create table _unirow_batch_user (
    id integer not null constraint pk_user primary key autoincrement,
    secret_name varchar(50) not null,
    email varchar(255) not null,
    age integer,
    manager_id bigint,
    version integer not null,
    constraint uq_user_email unique (email),
    constraint ck_user_age check ((age<=150) and (age>=0)),
    constraint ck_user_email check (email <> '' and (age > 1 or version in (0, 1))),
    constraint fk_user_manager_id_user foreign key (manager_id) references "user" (id)
);
insert into _unirow_batch_user (id, secret_name, email, age, manager_id, version) select id, secret_name, email, age, manager_id, version from "user";
delete from sqlite_sequence where name = '_unirow_batch_user';
insert into sqlite_sequence (name, seq) select '_unirow_batch_user', seq from sqlite_sequence where name = 'user';
drop table "user";
alter table _unirow_batch_user rename to "user";

-- DROP_CHECK
--   Detected removed check constraint 'ck_user_age' on 'user'
-- batch "user" (id, secret_name, email, age, manager_id, version)
create table _unirow_batch_user (
    id integer not null constraint pk_user primary key autoincrement,
    secret_name varchar(50) not null,
    email varchar(255) not null,
    age integer,
    manager_id bigint,
    version integer not null,
    constraint uq_user_email unique (email),
    constraint fk_user_manager_id_user foreign key (manager_id) references "user" (id)
);
insert into _unirow_batch_user (id, secret_name, email, age, manager_id, version) select id, secret_name, email, age, manager_id, version from "user";
delete from sqlite_sequence where name = '_unirow_batch_user';
insert into sqlite_sequence (name, seq) select '_unirow_batch_user', seq from sqlite_sequence where name = 'user';
drop table "user";
alter table _unirow_batch_user rename to "user";

-- CHANGE_CHECK
--   Detected removed check constraint 'ck_user_age' on 'user'
--   Detected added check constraint 'ck_user_age' on 'user'
-- batch "user" (id, secret_name, email, age, manager_id, version)
create table _unirow_batch_user (
    id integer not null constraint pk_user primary key autoincrement,
    secret_name varchar(50) not null,
    email varchar(255) not null,
    age integer,
    manager_id bigint,
    version integer not null,
    constraint uq_user_email unique (email),
    constraint ck_user_age check (age between 1 and 99),
    constraint fk_user_manager_id_user foreign key (manager_id) references "user" (id)
);
insert into _unirow_batch_user (id, secret_name, email, age, manager_id, version) select id, secret_name, email, age, manager_id, version from "user";
delete from sqlite_sequence where name = '_unirow_batch_user';
insert into sqlite_sequence (name, seq) select '_unirow_batch_user', seq from sqlite_sequence where name = 'user';
drop table "user";
alter table _unirow_batch_user rename to "user";

-- ADD_TABLES
--   Detected added table 'zoo'
--   Detected added table 'animal'
create table zoo (
    id bigint not null,
    keeper_id bigint,
    constraint pk_zoo primary key (id),
    constraint fk_zoo_keeper_id_user foreign key (keeper_id) references "user" (id)
);
create table animal (
    id bigint not null,
    zoo_id bigint,
    constraint pk_animal primary key (id),
    constraint fk_animal_zoo_id_zoo foreign key (zoo_id) references zoo (id)
);

-- ADD_CIRCLE
--   Detected added table 'right'
--   Detected added table 'left'
create table "right" (
    id bigint not null,
    left_id bigint,
    constraint pk_right primary key (id),
    constraint fk_right_left_id_left foreign key (left_id) references "left" (id)
);
create table "left" (
    id bigint not null,
    right_id bigint,
    constraint pk_left primary key (id),
    constraint fk_left_right_id_right foreign key (right_id) references "right" (id)
);

-- ADD_TABLE_THAT_NEEDS_A_NEW_KEY
--   Detected added table 'zoo'
--   Detected added unique constraint 'uq_user_age' on '(age)'
create table zoo (
    id integer not null,
    age integer,
    constraint pk_zoo primary key (id),
    constraint fk_zoo_age_user foreign key (age) references "user" (age)
);
-- batch "user" (id, secret_name, email, age, manager_id, version)
create table _unirow_batch_user (
    id integer not null constraint pk_user primary key autoincrement,
    secret_name varchar(50) not null,
    email varchar(255) not null,
    age integer,
    manager_id bigint,
    version integer not null,
    constraint uq_user_age unique (age),
    constraint uq_user_email unique (email),
    constraint ck_user_age check ((age<=150) and (age>=0)),
    constraint fk_user_manager_id_user foreign key (manager_id) references "user" (id)
);
insert into _unirow_batch_user (id, secret_name, email, age, manager_id, version) select id, secret_name, email, age, manager_id, version from "user";
delete from sqlite_sequence where name = '_unirow_batch_user';
insert into sqlite_sequence (name, seq) select '_unirow_batch_user', seq from sqlite_sequence where name = 'user';
drop table "user";
alter table _unirow_batch_user rename to "user";

-- DROP_TABLE
--   Detected removed table 'everything' (destructive)
drop table everything;

-- DROP_CHANGED_REFERENCE
--   Detected removed foreign key fk_user_manager_id_user (manager_id)(id) on table 'user'
--   Detected removed table 'order_tag' (destructive)
--   Detected removed table 'order' (destructive)
-- batch "user" (id, secret_name, email, age, manager_id, version)
create table _unirow_batch_user (
    id integer not null constraint pk_user primary key autoincrement,
    secret_name varchar(50) not null,
    email varchar(255) not null,
    age integer,
    manager_id bigint,
    version integer not null,
    constraint uq_user_email unique (email),
    constraint ck_user_age check ((age<=150) and (age>=0))
);
insert into _unirow_batch_user (id, secret_name, email, age, manager_id, version) select id, secret_name, email, age, manager_id, version from "user";
delete from sqlite_sequence where name = '_unirow_batch_user';
insert into sqlite_sequence (name, seq) select '_unirow_batch_user', seq from sqlite_sequence where name = 'user';
drop table "user";
alter table _unirow_batch_user rename to "user";
drop table order_tag;
drop table "order";

-- DROP_CIRCLE
--   Detected removed table 'body' (destructive)
--   Detected removed table 'head' (destructive)
pragma defer_foreign_keys = on;
delete from body;
delete from head;
drop table body;
drop table head;

-- DROP_PRIMARY_KEY
--   Detected removed primary key 'pk_assigned' on 'assigned'
-- batch assigned (id, a_very_long_name_of_a_property_that_will_not_fit_into__a6e0d28e)
create table _unirow_batch_assigned (
    id integer not null,
    a_very_long_name_of_a_property_that_will_not_fit_into__a6e0d28e varchar(255)
);
insert into _unirow_batch_assigned (id, a_very_long_name_of_a_property_that_will_not_fit_into__a6e0d28e) select id, a_very_long_name_of_a_property_that_will_not_fit_into__a6e0d28e from assigned;
drop table assigned;
alter table _unirow_batch_assigned rename to assigned;

-- CHANGE_PRIMARY_KEY
--   Detected removed primary key 'pk_order_tag' on 'order_tag'
--   Detected added primary key 'pk_order_tag' on 'order_tag'
-- batch order_tag (order_id, tags_select)
create table _unirow_batch_order_tag (
    order_id bigint not null,
    tags_select varchar(255) not null,
    constraint pk_order_tag primary key (tags_select, order_id),
    constraint fk_order_tag_order_id_order foreign key (order_id) references "order" (id),
    constraint fk_order_tag_tags_select_tag foreign key (tags_select) references tag ("select")
);
insert into _unirow_batch_order_tag (order_id, tags_select) select order_id, tags_select from order_tag;
drop table order_tag;
alter table _unirow_batch_order_tag rename to order_tag;

-- MUCH_AT_ONCE
--   Detected removed unique constraint 'uq_user_email' on 'user'
--   Detected removed check constraint 'ck_user_age' on 'user'
--   Detected added table 'zoo'
--   Detected added table 'animal'
--   Detected added column 'order.tag'
--   Detected added column 'user.nick'
--   Detected added column 'user.points'
--   Detected type change from varchar(50) to varchar(80) on 'user.secret_name'
--   Detected NULL on column 'user.email'
--   Detected added check constraint 'ck_user_age' on 'user'
--   Detected added index 'ix_user_age' on '(age, secret_name)'
--   Detected added foreign key fk_order_tag_tag (tag)(select) on table 'order'
--   Detected removed column 'tag.Mixed Case' (destructive)
--   Detected removed table 'body' (destructive)
--   Detected removed table 'head' (destructive)
-- batch "user" (id, secret_name, email, age, manager_id, version)
create table _unirow_batch_user (
    id integer not null constraint pk_user primary key autoincrement,
    secret_name varchar(80) not null,
    email varchar(255),
    age integer,
    manager_id bigint,
    version integer not null,
    nick varchar(20),
    points integer default 7 not null,
    constraint ck_user_age check (age between 1 and 99),
    constraint fk_user_manager_id_user foreign key (manager_id) references "user" (id)
);
insert into _unirow_batch_user (id, secret_name, email, age, manager_id, version) select id, secret_name, email, age, manager_id, version from "user";
delete from sqlite_sequence where name = '_unirow_batch_user';
insert into sqlite_sequence (name, seq) select '_unirow_batch_user', seq from sqlite_sequence where name = 'user';
drop table "user";
alter table _unirow_batch_user rename to "user";
create unique index ix_user_age on "user" (age desc, secret_name);
create table zoo (
    id bigint not null,
    keeper_id bigint,
    constraint pk_zoo primary key (id),
    constraint fk_zoo_keeper_id_user foreign key (keeper_id) references "user" (id)
);
create table animal (
    id bigint not null,
    zoo_id bigint,
    constraint pk_animal primary key (id),
    constraint fk_animal_zoo_id_zoo foreign key (zoo_id) references zoo (id)
);
-- batch "order" (id, buyer_id, seller_id, number, "limit", "group", placed)
create table _unirow_batch_order (
    id integer not null constraint pk_order primary key autoincrement,
    buyer_id bigint not null,
    seller_id bigint,
    number integer,
    "limit" integer,
    "group" varchar(255),
    placed timestamp,
    tag varchar(20),
    constraint order_group unique ("group"),
    constraint uq_order_buyer_id_number unique (buyer_id, number),
    constraint ck_order_limits check ("limit" <= number or number is null),
    constraint fk_order_buyer_id_user foreign key (buyer_id) references "user" (id) on delete cascade,
    constraint fk_order_seller_id_user foreign key (seller_id) references "user" (id) on delete set null,
    constraint fk_order_tag_tag foreign key (tag) references tag ("select") on delete set null
);
insert into _unirow_batch_order (id, buyer_id, seller_id, number, "limit", "group", placed) select id, buyer_id, seller_id, number, "limit", "group", placed from "order";
delete from sqlite_sequence where name = '_unirow_batch_order';
insert into sqlite_sequence (name, seq) select '_unirow_batch_order', seq from sqlite_sequence where name = 'order';
drop table "order";
alter table _unirow_batch_order rename to "order";
create index ix_order_placed_number on "order" (placed desc, number);
-- batch tag ("select", "Mixed Case")
create table _unirow_batch_tag (
    "select" varchar(20) not null,
    constraint pk_tag primary key ("select")
);
insert into _unirow_batch_tag ("select") select "select" from tag;
drop table tag;
alter table _unirow_batch_tag rename to tag;
pragma defer_foreign_keys = on;
delete from body;
delete from head;
drop table body;
drop table head;

