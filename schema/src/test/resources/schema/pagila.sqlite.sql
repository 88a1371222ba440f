-- pagila, in the words of sqlite
create table language (
    id integer not null constraint pk_language primary key autoincrement,
    name varchar(120) not null,
    constraint uq_language_name unique (name)
);

create table actor (
    id integer not null constraint pk_actor primary key autoincrement,
    name varchar(120) not null,
    constraint uq_actor_name unique (name)
);

create table film_category (
    id integer not null constraint pk_film_category primary key autoincrement,
    name varchar(120) not null,
    constraint uq_film_category_name unique (name)
);

create table tag (
    id integer not null constraint pk_tag primary key autoincrement,
    name varchar(120) not null,
    constraint uq_tag_name unique (name)
);

create table nation (
    id integer not null constraint pk_nation primary key autoincrement,
    name varchar(50) not null
);

create table city (
    id integer not null constraint pk_city primary key autoincrement,
    name varchar(50) not null,
    nation_id integer not null,
    constraint fk_city_nation_id foreign key (nation_id) references nation (id)
);

create table address (
    id integer not null constraint pk_address primary key autoincrement,
    line varchar(50) not null,
    city_id integer not null,
    changed timestamp not null default current_timestamp,
    constraint fk_address_city_id foreign key (city_id) references city (id) on update cascade on delete restrict
);

create table store (
    id integer not null constraint pk_store primary key autoincrement,
    manager_id integer,
    address_id integer not null,
    constraint fk_store_manager_id foreign key (manager_id) references clerk (id) deferrable initially deferred,
    constraint fk_store_address_id foreign key (address_id) references address (id),
    constraint uq_store_manager unique (manager_id)
);

create table clerk (
    id integer not null constraint pk_clerk primary key autoincrement,
    name varchar(45) not null,
    store_id integer not null,
    picture blob,
    active boolean,
    constraint fk_clerk_store_id foreign key (store_id) references store (id) deferrable
);

create table film (
    id integer not null constraint pk_film primary key autoincrement,
    title varchar(255) not null,
    description text,
    released integer,
    language_id integer not null,
    original_language_id integer,
    days smallint not null default 3,
    rate numeric(4,2) not null default 4.99,
    minutes smallint,
    rating varchar(5) default 'G',
    deal integer generated always as (days * 2) stored,
    constraint fk_film_language_id foreign key (language_id) references language (id) on update cascade on delete restrict,
    constraint fk_film_original_language_id foreign key (original_language_id) references language (id) on update cascade,
    constraint ck_film_released check (released >= 1901 and released <= 2155),
    constraint ck_film_rating check (rating in ('G', 'PG', 'R'))
);

create table film_actor (
    actor_id integer not null,
    film_id integer not null,
    constraint pk_film_actor primary key (actor_id, film_id),
    constraint fk_film_actor_actor_id foreign key (actor_id) references actor (id) on delete restrict on update cascade,
    constraint fk_film_actor_film_id foreign key (film_id) references film (id) on delete restrict on update cascade
);

create table film_in_category (
    film_id integer not null,
    category_id integer not null,
    constraint pk_film_in_category primary key (film_id, category_id),
    constraint fk_film_in_category_film_id foreign key (film_id) references film (id),
    constraint fk_film_in_category_category_id foreign key (category_id) references film_category (id)
);

create table film_tag (
    film_id integer not null,
    tag_id integer not null,
    weight double precision default 0.5,
    constraint pk_film_tag primary key (film_id, tag_id),
    constraint fk_film_tag_film_id foreign key (film_id) references film (id) on delete cascade,
    constraint fk_film_tag_tag_id foreign key (tag_id) references tag (id) on delete cascade
);

create table copy (
    id integer not null constraint pk_copy primary key autoincrement,
    film_id integer not null,
    store_id integer not null,
    constraint fk_copy_film_id foreign key (film_id) references film (id) on delete restrict,
    constraint fk_copy_store_id foreign key (store_id) references store (id)
);

create table member (
    id integer not null constraint pk_member primary key autoincrement,
    store_id integer not null,
    email varchar(50) collate NOCASE,
    address_id integer,
    joined date,
    constraint fk_member_store_id foreign key (store_id) references store (id),
    constraint fk_member_address_id foreign key (address_id) references address (id) on delete set null
);

create table rental (
    id integer not null constraint pk_rental primary key autoincrement,
    rented timestamp not null,
    copy_id integer not null,
    member_id integer not null,
    back timestamp,
    clerk_id integer not null,
    constraint fk_rental_copy_id foreign key (copy_id) references copy (id),
    constraint fk_rental_member_id foreign key (member_id) references member (id) on delete cascade,
    constraint fk_rental_clerk_id foreign key (clerk_id) references clerk (id),
    constraint uq_rental unique (rented, copy_id, member_id)
);

create table payment (
    id integer not null constraint pk_payment primary key autoincrement,
    member_id integer not null,
    rental_id integer,
    amount numeric(5,2) not null,
    paid timestamp not null,
    constraint fk_payment_member_id foreign key (member_id) references member (id),
    constraint fk_payment_rental_id foreign key (rental_id) references rental (id) on delete set null,
    constraint ck_payment_amount check (amount > 0)
);

create index ix_film_title on film (title);

create index ix_rental_back on rental (back, rented desc);

create unique index ix_rental_out on rental (copy_id) where back is null;

create index ix_member_email on member (email collate BINARY, lower(email));
