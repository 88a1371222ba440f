-- northwind, in the words of mariadb
create table region (
    id int not null auto_increment primary key,
    name varchar(120) not null,
    constraint uq_region_name unique (name)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the region of it''s shop';

create table category (
    id int not null auto_increment primary key,
    name varchar(120) not null,
    constraint uq_category_name unique (name)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the category of it''s shop';

create table shipper (
    id int not null auto_increment primary key,
    name varchar(120) not null,
    constraint uq_shipper_name unique (name)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the shipper of it''s shop';

create table unit (
    id int not null auto_increment primary key,
    name varchar(120) not null,
    constraint uq_unit_name unique (name)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the unit of it''s shop';

create table territory (
    id varchar(20) not null,
    description varchar(50) not null,
    region_id int not null,
    primary key (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the territory of it''s shop';

create table supplier (
    id int not null auto_increment primary key,
    company varchar(40) not null,
    contact varchar(30),
    homepage longtext,
    discount numeric(5,4) not null default 0,
    constraint ck_supplier_discount check (discount >= 0 and discount < 1)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the supplier of it''s shop';

create table product (
    id int not null auto_increment primary key,
    name varchar(40) not null,
    supplier_id int,
    category_id int,
    unit_id int,
    price numeric(12,4) default 0,
    in_stock smallint default 0,
    discontinued bit(1),
    worth numeric(20,4) generated always as (price * in_stock) stored,
    constraint uq_product unique (supplier_id, name),
    constraint ck_product_price check (price >= 0 or price is null)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the product of it''s shop';

create table staff (
    id int not null auto_increment primary key,
    last_name varchar(20) not null,
    boss_id int,
    born date,
    photo longblob
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the staff of it''s shop';

create table staff_territory (
    staff_id int not null,
    territory_id varchar(20) not null,
    primary key (staff_id, territory_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the staff_territory of it''s shop';

create table client (
    code varchar(5) not null,
    company varchar(40) character set utf8mb4 collate utf8mb4_general_ci not null,
    phone varchar(24),
    primary key (code),
    constraint ck_client_code check (length(code) = 5)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the client of it''s shop';

create table client_group (
    id int not null auto_increment primary key,
    name varchar(30) not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the client_group of it''s shop';

create table client_membership (
    client_code varchar(5) not null,
    group_id int not null,
    primary key (client_code, group_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the client_membership of it''s shop';

create table purchase (
    id int not null auto_increment primary key,
    client_code varchar(5),
    staff_id int,
    shipper_id int,
    ordered datetime(6) default current_timestamp(6),
    required datetime(6),
    shipped datetime(6),
    freight numeric(12,4) default 0,
    constraint ck_purchase_dates check (shipped is null or shipped >= ordered)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the purchase of it''s shop';

create table purchase_line (
    purchase_id int not null,
    product_id int not null,
    price numeric(12,4) not null,
    quantity smallint not null default 1,
    discount double not null default 0,
    primary key (purchase_id, product_id),
    constraint ck_purchase_line_quantity check (quantity > 0)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the purchase_line of it''s shop';

create table stock_move (
    id int not null auto_increment primary key,
    product_id int not null,
    at datetime(6) not null default current_timestamp(6),
    moved int not null,
    note varchar(200) default 'none, or ''quoted''',
    constraint ck_stock_move_change check (moved <> 0)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the stock_move of it''s shop';

create index ix_product_name on product (name);

create index ix_purchase_dates on purchase (ordered desc, shipped);

alter table territory add constraint fk_territory_region_id foreign key (region_id) references region (id);

alter table product add constraint fk_product_supplier_id foreign key (supplier_id) references supplier (id) on update cascade;

alter table product add constraint fk_product_category_id foreign key (category_id) references category (id) on delete set null;

alter table product add constraint fk_product_unit_id foreign key (unit_id) references unit (id);

alter table staff add constraint fk_staff_boss_id foreign key (boss_id) references staff (id) on delete set null;

alter table staff_territory add constraint fk_staff_territory_staff_id foreign key (staff_id) references staff (id) on delete cascade;

alter table staff_territory add constraint fk_staff_territory_territory_id foreign key (territory_id) references territory (id);

alter table client_membership add constraint fk_client_membership_client_code foreign key (client_code) references client (code) on delete cascade on update cascade;

alter table client_membership add constraint fk_client_membership_group_id foreign key (group_id) references client_group (id);

alter table purchase add constraint fk_purchase_client_code foreign key (client_code) references client (code) on update cascade;

alter table purchase add constraint fk_purchase_staff_id foreign key (staff_id) references staff (id);

alter table purchase add constraint fk_purchase_shipper_id foreign key (shipper_id) references shipper (id) on delete set null;

alter table purchase_line add constraint fk_purchase_line_purchase_id foreign key (purchase_id) references purchase (id) on delete cascade;

alter table purchase_line add constraint fk_purchase_line_product_id foreign key (product_id) references product (id);

alter table stock_move add constraint fk_stock_move_product_id foreign key (product_id) references product (id) on delete cascade;

create sequence invoice_number start with 1000 increment by 10 minvalue 1000 maxvalue 99999 cycle;

create index ix_client_start on client (company(5) desc, code);

create sequence "Ticket No" start with 7 increment by 10 minvalue 5 maxvalue 5000 cache 20 cycle;

create sequence countdown start with -5 increment by -5;

create table "Price List" (
    "order" int not null auto_increment primary key comment 'it''s the "order"; -- \\ 100%',
    "Valid From" datetime(6) not null default current_timestamp(6),
    "group" varchar(60) not null default 'it''s; 100% -- "x" /* y */',
    note varchar(20) default concat('a\\b', 2 * 3),
    amount numeric(8,2) not null default -1.50,
    rounds int default ((1 + 2) * 3),
    total numeric(10,2) generated always as (amount * 2) stored,
    shown varchar(80) generated always as (concat("group", ';')) virtual,
    latin varchar(20) character set latin1 collate latin1_swedish_ci,
    the_longest_name_that_a_column_of_postgresql_can_have_is_this_1 int,
    "Before" int,
    constraint "uq_Price List" unique ("group", "Valid From"),
    constraint "ck_Price List_group" check ("group" <> 'it''s; /* no */ 100% -- \\ "x"')
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'it''s a "list"; -- \\ 100%';

create table zone (
    region varchar(10) not null default 'x',
    number int not null default 1,
    primary key (region, number)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create table "Zone Price" (
    id int not null auto_increment primary key,
    region varchar(10) default 'x',
    number int default 1,
    one int default 1,
    two int default 1,
    three int default 1,
    four int default 1
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create table scratch (
    id int not null primary key,
    word varchar(20),
    other varchar(20) collate utf8mb4_general_ci,
    document json
) engine = Aria default character set latin1 collate latin1_swedish_ci row_format = dynamic max_rows = 1000;

alter table "Price List" add constraint fk_before foreign key ("Before") references "Price List" ("order");

alter table "Zone Price" add constraint fk_zone foreign key (region, number) references zone (region, number) on delete set null on update set null;

alter table "Zone Price" add constraint fk_one foreign key (one) references "Price List" ("order") on delete cascade on update restrict;

alter table "Zone Price" add constraint fk_two foreign key (two) references "Price List" ("order") on delete set null on update cascade;

alter table "Zone Price" add constraint fk_three foreign key (three) references "Price List" ("order") on delete restrict on update set null;

alter table "Zone Price" add constraint fk_four foreign key (four) references "Price List" ("order");

create unique index ix_price_once on "Price List" (amount desc, latin);

create index ix_price_prefix on "Price List" ("group"(5), rounds);
