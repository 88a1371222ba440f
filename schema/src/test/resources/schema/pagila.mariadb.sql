-- pagila, in the words of mariadb
create table language (
    id int not null auto_increment primary key,
    name varchar(120) not null,
    constraint uq_language_name unique (name)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the language of it''s shop';

create table actor (
    id int not null auto_increment primary key,
    name varchar(120) not null,
    constraint uq_actor_name unique (name)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the actor of it''s shop';

create table film_category (
    id int not null auto_increment primary key,
    name varchar(120) not null,
    constraint uq_film_category_name unique (name)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the film_category of it''s shop';

create table tag (
    id int not null auto_increment primary key,
    name varchar(120) not null,
    constraint uq_tag_name unique (name)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the tag of it''s shop';

create table nation (
    id int not null auto_increment primary key,
    name varchar(50) not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the nation of it''s shop';

create table city (
    id int not null auto_increment primary key,
    name varchar(50) not null,
    nation_id int not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the city of it''s shop';

create table address (
    id int not null auto_increment primary key,
    line varchar(50) not null,
    city_id int not null,
    changed datetime(6) not null default current_timestamp(6)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the address of it''s shop';

create table store (
    id int not null auto_increment primary key,
    manager_id int,
    address_id int not null,
    constraint uq_store_manager unique (manager_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the store of it''s shop';

create table clerk (
    id int not null auto_increment primary key,
    name varchar(45) not null,
    store_id int not null,
    picture longblob,
    active bit(1)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the clerk of it''s shop';

create table film (
    id int not null auto_increment primary key,
    title varchar(255) not null,
    description longtext,
    released int,
    language_id int not null,
    original_language_id int,
    days smallint not null default 3,
    rate numeric(4,2) not null default 4.99,
    minutes smallint,
    rating varchar(5) default 'G',
    deal int generated always as (days * 2) stored,
    constraint ck_film_released check (released >= 1901 and released <= 2155),
    constraint ck_film_rating check (rating in ('G', 'PG', 'R'))
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the film of it''s shop';

create table film_actor (
    actor_id int not null,
    film_id int not null,
    primary key (actor_id, film_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the film_actor of it''s shop';

create table film_in_category (
    film_id int not null,
    category_id int not null,
    primary key (film_id, category_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the film_in_category of it''s shop';

create table film_tag (
    film_id int not null,
    tag_id int not null,
    weight double default 0.5,
    primary key (film_id, tag_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the film_tag of it''s shop';

create table copy (
    id int not null auto_increment primary key,
    film_id int not null,
    store_id int not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the copy of it''s shop';

create table member (
    id int not null auto_increment primary key,
    store_id int not null,
    email varchar(50) character set utf8mb4 collate utf8mb4_general_ci,
    address_id int,
    joined date
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the member of it''s shop';

create table rental (
    id int not null auto_increment primary key,
    rented datetime(6) not null,
    copy_id int not null,
    member_id int not null,
    back datetime(6),
    clerk_id int not null,
    constraint uq_rental unique (rented, copy_id, member_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the rental of it''s shop';

create table payment (
    id int not null auto_increment primary key,
    member_id int not null,
    rental_id int,
    amount numeric(5,2) not null,
    paid datetime(6) not null,
    constraint ck_payment_amount check (amount > 0)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the payment of it''s shop';

create index ix_film_title on film (title);

create index ix_rental_back on rental (back, rented desc);

alter table city add constraint fk_city_nation_id foreign key (nation_id) references nation (id);

alter table address add constraint fk_address_city_id foreign key (city_id) references city (id) on update cascade on delete restrict;

alter table store add constraint fk_store_manager_id foreign key (manager_id) references clerk (id);

alter table store add constraint fk_store_address_id foreign key (address_id) references address (id);

alter table clerk add constraint fk_clerk_store_id foreign key (store_id) references store (id);

alter table film add constraint fk_film_language_id foreign key (language_id) references language (id) on update cascade on delete restrict;

alter table film add constraint fk_film_original_language_id foreign key (original_language_id) references language (id) on update cascade;

alter table film_actor add constraint fk_film_actor_actor_id foreign key (actor_id) references actor (id) on delete restrict on update cascade;

alter table film_actor add constraint fk_film_actor_film_id foreign key (film_id) references film (id) on delete restrict on update cascade;

alter table film_in_category add constraint fk_film_in_category_film_id foreign key (film_id) references film (id);

alter table film_in_category add constraint fk_film_in_category_category_id foreign key (category_id) references film_category (id);

alter table film_tag add constraint fk_film_tag_film_id foreign key (film_id) references film (id) on delete cascade;

alter table film_tag add constraint fk_film_tag_tag_id foreign key (tag_id) references tag (id) on delete cascade;

alter table copy add constraint fk_copy_film_id foreign key (film_id) references film (id) on delete restrict;

alter table copy add constraint fk_copy_store_id foreign key (store_id) references store (id);

alter table member add constraint fk_member_store_id foreign key (store_id) references store (id);

alter table member add constraint fk_member_address_id foreign key (address_id) references address (id) on delete set null;

alter table rental add constraint fk_rental_copy_id foreign key (copy_id) references copy (id);

alter table rental add constraint fk_rental_member_id foreign key (member_id) references member (id) on delete cascade;

alter table rental add constraint fk_rental_clerk_id foreign key (clerk_id) references clerk (id);

alter table payment add constraint fk_payment_member_id foreign key (member_id) references member (id);

alter table payment add constraint fk_payment_rental_id foreign key (rental_id) references rental (id) on delete set null;

alter table film add column mood enum('happy', 'sad', 'it''s both') default 'happy';

create view film_list as select id, title from film;

create sequence ticket;
