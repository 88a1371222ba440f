-- chinook, in the words of sqlite
create table artist (
    id integer not null constraint pk_artist primary key autoincrement,
    name varchar(120) not null,
    constraint uq_artist_name unique (name)
);

create table genre (
    id integer not null constraint pk_genre primary key autoincrement,
    name varchar(120) not null,
    constraint uq_genre_name unique (name)
);

create table media_type (
    id integer not null constraint pk_media_type primary key autoincrement,
    name varchar(120) not null,
    constraint uq_media_type_name unique (name)
);

create table label (
    id integer not null constraint pk_label primary key autoincrement,
    name varchar(120) not null,
    constraint uq_label_name unique (name)
);

create table country (
    id integer not null constraint pk_country primary key autoincrement,
    name varchar(120) not null,
    constraint uq_country_name unique (name)
);

create table album (
    id integer not null constraint pk_album primary key autoincrement,
    title varchar(160) collate NOCASE not null,
    artist_id integer not null,
    released date,
    constraint fk_album_artist_id foreign key (artist_id) references artist (id) on delete cascade on update cascade,
    constraint ck_album_title check (title <> '')
);

create table employee (
    id integer not null constraint pk_employee primary key autoincrement,
    last_name varchar(20) not null,
    first_name varchar(20) not null,
    reports_to integer,
    hired timestamp default current_timestamp,
    full_name varchar(50) generated always as (coalesce(first_name, last_name)) stored,
    constraint fk_employee_reports_to foreign key (reports_to) references employee (id) on delete set null deferrable initially deferred
);

create table customer (
    id integer not null constraint pk_customer primary key autoincrement,
    email varchar(60) not null,
    support_id integer,
    country_id integer,
    constraint fk_customer_support_id foreign key (support_id) references employee (id),
    constraint fk_customer_country_id foreign key (country_id) references country (id) on delete restrict,
    constraint uq_customer_email unique (email)
);

create table invoice (
    id integer not null constraint pk_invoice primary key autoincrement,
    customer_id integer not null,
    at timestamp not null default current_timestamp,
    total numeric(10,2) not null default 0,
    constraint fk_invoice_customer_id foreign key (customer_id) references customer (id) on delete cascade,
    constraint ck_invoice_total check (total >= 0)
);

create table track (
    id integer not null constraint pk_track primary key autoincrement,
    name varchar(200) not null,
    album_id integer,
    media_type_id integer not null,
    genre_id integer,
    milliseconds integer not null,
    bytes bigint,
    price numeric(10,2) not null,
    seconds integer generated always as (milliseconds / 1000) virtual,
    constraint fk_track_album_id foreign key (album_id) references album (id) on delete cascade,
    constraint fk_track_media_type_id foreign key (media_type_id) references media_type (id),
    constraint fk_track_genre_id foreign key (genre_id) references genre (id) on delete set null,
    constraint ck_track_price check (price between 0 and 100)
);

create table invoice_line (
    invoice_id integer not null,
    line smallint not null,
    track_id integer not null,
    price numeric(10,2) not null,
    quantity integer not null default 1,
    amount numeric(14,2) generated always as (price * quantity) stored,
    constraint pk_invoice_line primary key (invoice_id, line),
    constraint fk_invoice_line_invoice_id foreign key (invoice_id) references invoice (id) on delete cascade,
    constraint fk_invoice_line_track_id foreign key (track_id) references track (id),
    constraint ck_invoice_line_quantity check (quantity > 0)
);

create table playlist (
    id integer not null constraint pk_playlist primary key autoincrement,
    name varchar(120),
    owner_id integer,
    constraint fk_playlist_owner_id foreign key (owner_id) references customer (id) on delete cascade
);

create table playlist_track (
    playlist_id integer not null,
    track_id integer not null,
    constraint pk_playlist_track primary key (playlist_id, track_id),
    constraint fk_playlist_track_playlist_id foreign key (playlist_id) references playlist (id) on delete cascade,
    constraint fk_playlist_track_track_id foreign key (track_id) references track (id) on delete cascade
);

create table artist_label (
    artist_id integer not null,
    label_id integer not null,
    since date,
    constraint pk_artist_label primary key (artist_id, label_id),
    constraint fk_artist_label_artist_id foreign key (artist_id) references artist (id),
    constraint fk_artist_label_label_id foreign key (label_id) references label (id)
);

create table cover (
    album_id integer not null,
    image blob,
    width integer,
    constraint pk_cover primary key (album_id),
    constraint fk_cover_album_id foreign key (album_id) references album (id) on delete cascade,
    constraint ck_cover_width check (width is null or width in (64, 128, 256))
);

create index ix_track_name on track (name);

create index ix_track_album on track (album_id, milliseconds desc);

create unique index ix_invoice_once on invoice (customer_id, at desc);

create index ix_artist_lower on artist (lower(name));

create unique index ix_customer_home on customer (email) where country_id is null;

create table setting (
    name text collate NOCASE,
    value,
    constraint pk_setting primary key (name)
) without rowid;

create table counted (
    id integer not null constraint pk_counted primary key autoincrement,
    number real
) strict;
