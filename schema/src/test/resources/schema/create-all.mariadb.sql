create sequence if not exists counter_seq start with 1 increment by 50;
create table assigned (
    id integer not null,
    a_very_long_name_of_a_property_that_will_not_fit_into__a6e0d28e varchar(255),
    primary key (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
create table head (
    id bigint not null auto_increment,
    body_id bigint,
    primary key (id),
    constraint uq_head_body_id unique (body_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
create table body (
    id bigint not null auto_increment,
    head_id bigint,
    primary key (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
create table counter (
    id bigint not null,
    primary key (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
create table everything (
    id uuid not null,
    plain varchar(255),
    long_text mediumtext,
    flag bit default true not null,
    maybe bit,
    whole integer default 7 not null,
    big bigint,
    small smallint not null,
    `real` float(53) not null,
    single float(23),
    price decimal(12,3),
    digits decimal(10,2),
    day date,
    `time` time(6),
    moment datetime(6),
    instant datetime(6) default current_timestamp,
    status enum ('NEW','OLD') default 'NEW',
    ordinal tinyint,
    `json` json,
    bytes varbinary(255),
    uuid uuid,
    primary key (id),
    constraint ck_everything_ordinal check (ordinal between 0 and 1)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
create table `user` (
    id bigint not null auto_increment,
    secret_name varchar(50) not null,
    email varchar(255) not null,
    age integer,
    manager_id bigint,
    version integer not null,
    primary key (id),
    constraint uq_user_email unique (email),
    constraint ck_user_age check ((age<=150) and (age>=0))
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
create table `order` (
    id bigint not null auto_increment,
    buyer_id bigint not null,
    seller_id bigint,
    number integer,
    `limit` integer,
    `group` varchar(255),
    placed datetime(6),
    primary key (id),
    constraint order_group unique (`group`),
    constraint uq_order_buyer_id_number unique (buyer_id, number),
    constraint ck_order_limits check (`limit` <= number or number is null)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
create index ix_order_placed_number on `order` (placed desc, number);
create table tag (
    `select` varchar(20) not null,
    `Mixed Case` varchar(255),
    primary key (`select`)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
create table order_tag (
    order_id bigint not null,
    tags_select varchar(255) not null,
    primary key (order_id, tags_select)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
alter table head add constraint fk_head_body_id_body foreign key (body_id) references body (id);
alter table body add constraint fk_body_head_id_head foreign key (head_id) references head (id);
alter table `user` add constraint fk_user_manager_id_user foreign key (manager_id) references `user` (id);
alter table `order` add constraint fk_order_buyer_id_user foreign key (buyer_id) references `user` (id) on delete cascade;
alter table `order` add constraint fk_order_seller_id_user foreign key (seller_id) references `user` (id) on delete set null;
alter table order_tag add constraint fk_order_tag_order_id_order foreign key (order_id) references `order` (id);
alter table order_tag add constraint fk_order_tag_tags_select_tag foreign key (tags_select) references tag (`select`);
