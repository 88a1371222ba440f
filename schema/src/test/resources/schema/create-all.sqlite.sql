create table assigned (
    id integer not null,
    a_very_long_name_of_a_property_that_will_not_fit_into__a6e0d28e varchar(255),
    constraint pk_assigned primary key (id)
);
create table head (
    id integer not null constraint pk_head primary key autoincrement,
    body_id bigint,
    constraint uq_head_body_id unique (body_id),
    constraint fk_head_body_id_body foreign key (body_id) references body (id)
);
create table body (
    id integer not null constraint pk_body primary key autoincrement,
    head_id bigint,
    constraint fk_body_head_id_head foreign key (head_id) references head (id)
);
create table counter (
    id bigint not null,
    constraint pk_counter primary key (id)
);
create table counter_seq (
    next_val bigint
);
insert into counter_seq ( next_val ) values ( 1 );
create table everything (
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
create table "user" (
    id integer not null constraint pk_user primary key autoincrement,
    secret_name varchar(50) not null,
    email varchar(255) not null,
    age integer,
    manager_id bigint,
    version integer not null,
    constraint uq_user_email unique (email),
    constraint ck_user_age check ((age<=150) and (age>=0)),
    constraint fk_user_manager_id_user foreign key (manager_id) references "user" (id)
);
create table "order" (
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
    constraint fk_order_buyer_id_user foreign key (buyer_id) references "user" (id) on delete cascade,
    constraint fk_order_seller_id_user foreign key (seller_id) references "user" (id) on delete set null
);
create index ix_order_placed_number on "order" (placed desc, number);
create table tag (
    "select" varchar(20) not null,
    "Mixed Case" varchar(255),
    constraint pk_tag primary key ("select")
);
create table order_tag (
    order_id bigint not null,
    tags_select varchar(255) not null,
    constraint pk_order_tag primary key (order_id, tags_select),
    constraint fk_order_tag_order_id_order foreign key (order_id) references "order" (id),
    constraint fk_order_tag_tags_select_tag foreign key (tags_select) references tag ("select")
);
