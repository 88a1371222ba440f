-- northwind, in the words of sqlite
create table region (
    id integer not null constraint pk_region primary key autoincrement,
    name varchar(120) not null,
    constraint uq_region_name unique (name)
);

create table category (
    id integer not null constraint pk_category primary key autoincrement,
    name varchar(120) not null,
    constraint uq_category_name unique (name)
);

create table shipper (
    id integer not null constraint pk_shipper primary key autoincrement,
    name varchar(120) not null,
    constraint uq_shipper_name unique (name)
);

create table unit (
    id integer not null constraint pk_unit primary key autoincrement,
    name varchar(120) not null,
    constraint uq_unit_name unique (name)
);

create table territory (
    id varchar(20) not null,
    description varchar(50) not null,
    region_id integer not null,
    constraint pk_territory primary key (id),
    constraint fk_territory_region_id foreign key (region_id) references region (id)
);

create table supplier (
    id integer not null constraint pk_supplier primary key autoincrement,
    company varchar(40) not null,
    contact varchar(30),
    homepage text,
    discount numeric(5,4) not null default 0,
    constraint ck_supplier_discount check (discount >= 0 and discount < 1)
);

create table product (
    id integer not null constraint pk_product primary key autoincrement,
    name varchar(40) not null,
    supplier_id integer,
    category_id integer,
    unit_id integer,
    price numeric(12,4) default 0,
    in_stock smallint default 0,
    discontinued boolean,
    worth numeric(20,4) generated always as (price * in_stock) stored,
    constraint fk_product_supplier_id foreign key (supplier_id) references supplier (id) on update cascade,
    constraint fk_product_category_id foreign key (category_id) references category (id) on delete set null,
    constraint fk_product_unit_id foreign key (unit_id) references unit (id),
    constraint uq_product unique (supplier_id, name),
    constraint ck_product_price check (price >= 0 or price is null)
);

create table staff (
    id integer not null constraint pk_staff primary key autoincrement,
    last_name varchar(20) not null,
    boss_id integer,
    born date,
    photo blob,
    constraint fk_staff_boss_id foreign key (boss_id) references staff (id) on delete set null
);

create table staff_territory (
    staff_id integer not null,
    territory_id varchar(20) not null,
    constraint pk_staff_territory primary key (staff_id, territory_id),
    constraint fk_staff_territory_staff_id foreign key (staff_id) references staff (id) on delete cascade,
    constraint fk_staff_territory_territory_id foreign key (territory_id) references territory (id)
);

create table client (
    code varchar(5) not null,
    company varchar(40) collate NOCASE not null,
    phone varchar(24),
    constraint pk_client primary key (code),
    constraint ck_client_code check (length(code) = 5)
);

create table client_group (
    id integer not null constraint pk_client_group primary key autoincrement,
    name varchar(30) not null
);

create table client_membership (
    client_code varchar(5) not null,
    group_id integer not null,
    constraint pk_client_membership primary key (client_code, group_id),
    constraint fk_client_membership_client_code foreign key (client_code) references client (code) on delete cascade on update cascade,
    constraint fk_client_membership_group_id foreign key (group_id) references client_group (id)
);

create table purchase (
    id integer not null constraint pk_purchase primary key autoincrement,
    client_code varchar(5),
    staff_id integer,
    shipper_id integer,
    ordered timestamp default current_timestamp,
    required timestamp,
    shipped timestamp,
    freight numeric(12,4) default 0,
    constraint fk_purchase_client_code foreign key (client_code) references client (code) on update cascade,
    constraint fk_purchase_staff_id foreign key (staff_id) references staff (id),
    constraint fk_purchase_shipper_id foreign key (shipper_id) references shipper (id) on delete set null,
    constraint ck_purchase_dates check (shipped is null or shipped >= ordered)
);

create table purchase_line (
    purchase_id integer not null,
    product_id integer not null,
    price numeric(12,4) not null,
    quantity smallint not null default 1,
    discount double precision not null default 0,
    constraint pk_purchase_line primary key (purchase_id, product_id),
    constraint fk_purchase_line_purchase_id foreign key (purchase_id) references purchase (id) on delete cascade deferrable initially deferred,
    constraint fk_purchase_line_product_id foreign key (product_id) references product (id),
    constraint ck_purchase_line_quantity check (quantity > 0)
);

create table stock_move (
    id integer not null constraint pk_stock_move primary key autoincrement,
    product_id integer not null,
    at timestamp not null default current_timestamp,
    moved integer not null,
    note varchar(200) default 'none, or ''quoted''',
    constraint fk_stock_move_product_id foreign key (product_id) references product (id) on delete cascade,
    constraint ck_stock_move_change check (moved <> 0)
);

create index ix_product_name on product (name);

create index ix_purchase_dates on purchase (ordered desc, shipped);

create index ix_purchase_open on purchase (required) where shipped is null;

create index ix_client_upper on client (upper(company), code desc);

create table "Price List" (
    "order" integer constraint pk_price_list primary key autoincrement,
    "Valid From" timestamp not null default current_timestamp,
    "group" varchar(60) not null default 'it''s; 100% -- "x" /* y */',
    note text default ('a\b' || 'c'),
    amount numeric(8,2) not null default -1.50,
    rounds integer default ((1 + 2) * 3),
    total numeric(10,2) generated always as (amount * 2) stored,
    shown varchar(80) generated always as ("group" || ';') virtual,
    latin varchar(20) collate nocase,
    the_longest_name_that_a_column_of_postgresql_can_have_is_this_1 integer,
    "Before" integer,
    constraint "uq_Price List" unique ("group", "Valid From"),
    constraint "ck_Price List_group" check ("group" <> 'it''s; /* no */ 100% -- \ "x"'),
    constraint fk_before foreign key ("Before") references "Price List" ("order") deferrable initially deferred
);

create table zone (
    region text not null default 'x',
    number integer not null default 1,
    constraint pk_zone primary key (region, number)
) strict, without rowid;

create table "Zone Price" (
    id integer constraint pk_zone_price primary key autoincrement,
    region varchar(10) default 'x',
    number integer default 1,
    one integer default 1,
    two integer default 1,
    three integer default 1,
    four integer default 1,
    constraint fk_zone foreign key (region, number) references zone (region, number) on delete set default on update set default deferrable,
    constraint fk_one foreign key (one) references "Price List" ("order") on delete cascade on update restrict,
    constraint fk_two foreign key (two) references "Price List" ("order") on delete set null on update cascade,
    constraint fk_three foreign key (three) references "Price List" ("order") on delete restrict on update set null,
    constraint fk_four foreign key (four) references "Price List" ("order")
);

create index ix_price_some on "Price List" (amount) where "group" <> 'it''s; --';

create unique index ix_price_open on "Price List" (latin) where "Before" is null;

create unique index ix_price_once on "Price List" (amount desc, latin);

create index ix_price_folded on "Price List" (lower("group") || '%;''', rounds);

create index ix_price_latin on "Price List" (latin collate rtrim desc);
