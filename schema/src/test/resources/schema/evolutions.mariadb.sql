-- ADD_COLUMN
--   Detected added column 'user.nick'
alter table `user` add column nick varchar(20);

-- ADD_COLUMN_WITH_DEFAULT
--   Detected added column 'user.points'
alter table `user` add column points integer default 7 not null;

-- ADD_COLUMN_WITH_CHANGING_DEFAULT
--   Detected added column 'user.seen'
alter table `user` add column seen timestamp default current_timestamp not null;

-- ADD_RESERVED_COLUMN
--   Detected added column 'order.select'
alter table `order` add column `select` integer;

-- DROP_COLUMN
--   Detected removed column 'tag.Mixed Case' (destructive)
alter table tag drop column `Mixed Case`;

-- WIDEN_TEXT
--   Detected type change from varchar(50) to varchar(80) on 'user.secret_name'
alter table `user` modify column secret_name varchar(80) not null;

-- NUMBER_TO_TEXT
--   Detected removed unique constraint 'uq_order_buyer_id_number' on 'order'
--   Detected removed check constraint 'ck_order_limits' on 'order'
--   Detected type change from integer to varchar(30) on 'order.number' (destructive)
alter table `order` drop index uq_order_buyer_id_number, add index if not exists fk_order_buyer_id_user (buyer_id);
alter table `order` drop constraint ck_order_limits;
alter table `order` modify column number varchar(30);

-- NUMBER_WITH_DEFAULT_TO_TEXT
--   Detected server default on column 'everything.whole'
--   Detected type change from integer to varchar(30) on 'everything.whole' (destructive)
--   Detected server default on column 'everything.whole'
alter table everything modify column whole varchar(30) default '8' not null;

-- TEXT_WITH_DEFAULT_TO_NUMBER
--   Detected server default on column 'everything.status'
--   Detected type change from enum ('NEW','OLD') to integer on 'everything.status' (destructive)
--   Detected server default on column 'everything.status'
alter table everything modify column status integer default 8;

-- KEY_AND_ITS_REFERENCES_TO_TEXT
--   Detected removed foreign key fk_head_body_id_body (body_id)(id) on table 'head'
--   Detected type change from integer to varchar(30) on 'assigned.id' (destructive)
--   Detected removed identity on column 'body.id'
--   Detected type change from bigint to varchar(30) on 'body.id' (destructive)
--   Detected type change from bigint to varchar(30) on 'head.body_id' (destructive)
--   Detected added foreign key fk_head_body_id_body (body_id)(id) on table 'head'
alter table head drop foreign key fk_head_body_id_body, drop index if exists fk_head_body_id_body;
alter table assigned modify column id varchar(30) not null;
alter table body modify column id varchar(30) not null;
alter table head modify column body_id varchar(30);
alter table head add constraint fk_head_body_id_body foreign key (body_id) references body (id);

-- REQUIRE
--   Detected NOT NULL on column 'order.limit'
alter table `order` modify column `limit` integer not null;

-- ALLOW_NULL
--   Detected NULL on column 'user.email'
alter table `user` modify column email varchar(255);

-- ADD_DEFAULT
--   Detected server default on column 'user.age'
alter table `user` modify column age integer default 18;

-- CHANGE_DEFAULT
--   Detected server default on column 'everything.status'
alter table everything modify column status enum ('NEW','OLD') default 'OLD';

-- DROP_DEFAULT
--   Detected server default on column 'everything.instant'
alter table everything modify column instant datetime(6);

-- ADD_UNIQUE
--   Detected added unique constraint 'uq_user_secret_name_age' on '(secret_name, age)'
alter table `user` add constraint uq_user_secret_name_age unique (secret_name, age);

-- DROP_UNIQUE
--   Detected removed unique constraint 'uq_user_email' on 'user'
alter table `user` drop index uq_user_email;

-- ADD_INDEX
--   Detected added index 'ix_user_age' on '(age, secret_name)'
create unique index ix_user_age on `user` (age desc, secret_name);

-- DROP_INDEX
--   Detected removed index 'ix_order_placed_number' on 'order'
alter table `order` drop index ix_order_placed_number;

-- CHANGE_INDEX
--   Detected removed index 'ix_order_placed_number' on 'order'
--   Detected added index 'ix_order_placed_number' on '(placed)'
alter table `order` drop index ix_order_placed_number, add index ix_order_placed_number (placed);

-- ADD_FOREIGN_KEY
--   Detected added column 'order.tag'
--   Detected added foreign key fk_order_tag_tag (tag)(select) on table 'order'
alter table `order` add column tag varchar(20);
alter table `order` add constraint fk_order_tag_tag foreign key (tag) references tag (`select`) on delete set null;

-- DROP_FOREIGN_KEY
--   Detected removed foreign key fk_order_buyer_id_user (buyer_id)(id) on table 'order'
--   Detected removed foreign key fk_order_seller_id_user (seller_id)(id) on table 'order'
alter table `order` drop foreign key fk_order_buyer_id_user, drop index if exists fk_order_buyer_id_user;
alter table `order` drop foreign key fk_order_seller_id_user, drop index if exists fk_order_seller_id_user;

-- CHANGE_ON_DELETE
--   Detected removed foreign key fk_order_buyer_id_user (buyer_id)(id) on table 'order'
--   Detected removed foreign key fk_order_seller_id_user (seller_id)(id) on table 'order'
--   Detected added foreign key fk_order_buyer_id_user (buyer_id)(id) on table 'order'
--   Detected added foreign key fk_order_seller_id_user (seller_id)(id) on table 'order'
alter table `order` drop foreign key fk_order_buyer_id_user, drop index if exists fk_order_buyer_id_user;
alter table `order` drop foreign key fk_order_seller_id_user, drop index if exists fk_order_seller_id_user;
alter table `order` add constraint fk_order_buyer_id_user foreign key (buyer_id) references `user` (id);
alter table `order` add constraint fk_order_seller_id_user foreign key (seller_id) references `user` (id);

-- ADD_CHECK
--   Detected added check constraint 'ck_user_email' on 'user'
alter table `user` add constraint ck_user_email check (email <> '' and (age > 1 or version in (0, 1)));

-- DROP_CHECK
--   Detected removed check constraint 'ck_user_age' on 'user'
alter table `user` drop constraint ck_user_age;

-- CHANGE_CHECK
--   Detected removed check constraint 'ck_user_age' on 'user'
--   Detected added check constraint 'ck_user_age' on 'user'
alter table `user` drop constraint ck_user_age, add constraint ck_user_age check (age between 1 and 99);

-- ADD_TABLES
--   Detected added table 'zoo'
--   Detected added table 'animal'
create table zoo (
    id bigint not null,
    keeper_id bigint,
    primary key (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
alter table zoo add constraint fk_zoo_keeper_id_user foreign key (keeper_id) references `user` (id);
create table animal (
    id bigint not null,
    zoo_id bigint,
    primary key (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
alter table animal add constraint fk_animal_zoo_id_zoo foreign key (zoo_id) references zoo (id);

-- ADD_CIRCLE
--   Detected added table 'right'
--   Detected added table 'left'
--   Detected added foreign key fk_right_left_id_left (left_id)(id) on table 'right'
--   Detected added foreign key fk_left_right_id_right (right_id)(id) on table 'left'
create table `right` (
    id bigint not null,
    left_id bigint,
    primary key (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
create table `left` (
    id bigint not null,
    right_id bigint,
    primary key (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
alter table `right` add constraint fk_right_left_id_left foreign key (left_id) references `left` (id);
alter table `left` add constraint fk_left_right_id_right foreign key (right_id) references `right` (id);

-- ADD_TABLE_THAT_NEEDS_A_NEW_KEY
--   Detected added table 'zoo'
--   Detected added unique constraint 'uq_user_age' on '(age)'
--   Detected added foreign key fk_zoo_age_user (age)(age) on table 'zoo'
create table zoo (
    id integer not null,
    age integer,
    primary key (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
alter table `user` add constraint uq_user_age unique (age);
alter table zoo add constraint fk_zoo_age_user foreign key (age) references `user` (age);

-- DROP_TABLE
--   Detected removed table 'everything' (destructive)
drop table everything;

-- DROP_CHANGED_REFERENCE
--   Detected removed foreign key fk_user_manager_id_user (manager_id)(id) on table 'user'
--   Detected removed table 'order_tag' (destructive)
--   Detected removed table 'order' (destructive)
alter table `user` drop foreign key fk_user_manager_id_user, drop index if exists fk_user_manager_id_user;
drop table order_tag;
drop table `order`;

-- DROP_CIRCLE
--   Detected removed foreign key fk_body_head_id_head (head_id)(id) on table 'body'
--   Detected removed foreign key fk_head_body_id_body (body_id)(id) on table 'head'
--   Detected removed table 'body' (destructive)
--   Detected removed table 'head' (destructive)
alter table body drop foreign key fk_body_head_id_head, drop index if exists fk_body_head_id_head;
alter table head drop foreign key fk_head_body_id_body, drop index if exists fk_head_body_id_body;
drop table body;
drop table head;

-- DROP_PRIMARY_KEY
--   Detected removed primary key 'pk_assigned' on 'assigned'
alter table assigned drop primary key;

-- CHANGE_PRIMARY_KEY
--   Detected removed primary key 'pk_order_tag' on 'order_tag'
--   Detected added primary key 'pk_order_tag' on 'order_tag'
alter table order_tag drop primary key, add index if not exists fk_order_tag_order_id_order (order_id);
alter table order_tag add primary key (tags_select, order_id);

-- MUCH_AT_ONCE
--   Detected removed foreign key fk_body_head_id_head (head_id)(id) on table 'body'
--   Detected removed foreign key fk_head_body_id_body (body_id)(id) on table 'head'
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
alter table body drop foreign key fk_body_head_id_head, drop index if exists fk_body_head_id_head;
alter table head drop foreign key fk_head_body_id_body, drop index if exists fk_head_body_id_body;
alter table `user` drop index uq_user_email;
alter table `user` drop constraint ck_user_age;
create table zoo (
    id bigint not null,
    keeper_id bigint,
    primary key (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
alter table zoo add constraint fk_zoo_keeper_id_user foreign key (keeper_id) references `user` (id);
create table animal (
    id bigint not null,
    zoo_id bigint,
    primary key (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
alter table animal add constraint fk_animal_zoo_id_zoo foreign key (zoo_id) references zoo (id);
alter table `order` add column tag varchar(20);
alter table `user` add column nick varchar(20);
alter table `user` add column points integer default 7 not null;
alter table `user` modify column secret_name varchar(80) not null, modify column email varchar(255);
alter table `user` add constraint ck_user_age check (age between 1 and 99);
create unique index ix_user_age on `user` (age desc, secret_name);
alter table `order` add constraint fk_order_tag_tag foreign key (tag) references tag (`select`) on delete set null;
alter table tag drop column `Mixed Case`;
drop table body;
drop table head;

