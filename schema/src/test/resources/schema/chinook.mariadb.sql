-- chinook, in the words of mariadb
create table artist (
    id int not null auto_increment primary key,
    name varchar(120) not null,
    constraint uq_artist_name unique (name)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the artist of it''s shop';

create table genre (
    id int not null auto_increment primary key,
    name varchar(120) not null,
    constraint uq_genre_name unique (name)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the genre of it''s shop';

create table media_type (
    id int not null auto_increment primary key,
    name varchar(120) not null,
    constraint uq_media_type_name unique (name)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the media_type of it''s shop';

create table label (
    id int not null auto_increment primary key,
    name varchar(120) not null,
    constraint uq_label_name unique (name)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the label of it''s shop';

create table country (
    id int not null auto_increment primary key,
    name varchar(120) not null,
    constraint uq_country_name unique (name)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the country of it''s shop';

create table album (
    id int not null auto_increment primary key,
    title varchar(160) character set utf8mb4 collate utf8mb4_general_ci not null,
    artist_id int not null,
    released date,
    constraint ck_album_title check (title <> '')
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the album of it''s shop';

create table employee (
    id int not null auto_increment primary key,
    last_name varchar(20) not null,
    first_name varchar(20) not null,
    reports_to int,
    hired datetime(6) default current_timestamp(6),
    full_name varchar(50) generated always as (coalesce(first_name, last_name)) stored
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the employee of it''s shop';

create table customer (
    id int not null auto_increment primary key,
    email varchar(60) not null,
    support_id int,
    country_id int,
    constraint uq_customer_email unique (email)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the customer of it''s shop';

create table invoice (
    id int not null auto_increment primary key,
    customer_id int not null,
    at datetime(6) not null default current_timestamp(6),
    total numeric(10,2) not null default 0,
    constraint ck_invoice_total check (total >= 0)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the invoice of it''s shop';

create table track (
    id int not null auto_increment primary key,
    name varchar(200) not null,
    album_id int,
    media_type_id int not null,
    genre_id int,
    milliseconds int not null,
    bytes bigint,
    price numeric(10,2) not null,
    seconds int generated always as (milliseconds / 1000) virtual,
    constraint ck_track_price check (price between 0 and 100)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the track of it''s shop';

create table invoice_line (
    invoice_id int not null,
    line smallint not null,
    track_id int not null,
    price numeric(10,2) not null,
    quantity int not null default 1,
    amount numeric(14,2) generated always as (price * quantity) stored,
    primary key (invoice_id, line),
    constraint ck_invoice_line_quantity check (quantity > 0)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the invoice_line of it''s shop';

create table playlist (
    id int not null auto_increment primary key,
    name varchar(120),
    owner_id int
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the playlist of it''s shop';

create table playlist_track (
    playlist_id int not null,
    track_id int not null,
    primary key (playlist_id, track_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the playlist_track of it''s shop';

create table artist_label (
    artist_id int not null,
    label_id int not null,
    since date,
    primary key (artist_id, label_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the artist_label of it''s shop';

create table cover (
    album_id int not null,
    image longblob,
    width int,
    primary key (album_id),
    constraint ck_cover_width check (width is null or width in (64, 128, 256))
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin comment 'the cover of it''s shop';

create index ix_track_name on track (name);

create index ix_track_album on track (album_id, milliseconds desc);

create unique index ix_invoice_once on invoice (customer_id, at desc);

alter table album add constraint fk_album_artist_id foreign key (artist_id) references artist (id) on delete cascade on update cascade;

alter table employee add constraint fk_employee_reports_to foreign key (reports_to) references employee (id) on delete set null;

alter table customer add constraint fk_customer_support_id foreign key (support_id) references employee (id);

alter table customer add constraint fk_customer_country_id foreign key (country_id) references country (id) on delete restrict;

alter table invoice add constraint fk_invoice_customer_id foreign key (customer_id) references customer (id) on delete cascade;

alter table track add constraint fk_track_album_id foreign key (album_id) references album (id) on delete cascade;

alter table track add constraint fk_track_media_type_id foreign key (media_type_id) references media_type (id);

alter table track add constraint fk_track_genre_id foreign key (genre_id) references genre (id) on delete set null;

alter table invoice_line add constraint fk_invoice_line_invoice_id foreign key (invoice_id) references invoice (id) on delete cascade;

alter table invoice_line add constraint fk_invoice_line_track_id foreign key (track_id) references track (id);

alter table playlist add constraint fk_playlist_owner_id foreign key (owner_id) references customer (id) on delete cascade;

alter table playlist_track add constraint fk_playlist_track_playlist_id foreign key (playlist_id) references playlist (id) on delete cascade;

alter table playlist_track add constraint fk_playlist_track_track_id foreign key (track_id) references track (id) on delete cascade;

alter table artist_label add constraint fk_artist_label_artist_id foreign key (artist_id) references artist (id);

alter table artist_label add constraint fk_artist_label_label_id foreign key (label_id) references label (id);

alter table cover add constraint fk_cover_album_id foreign key (album_id) references album (id) on delete cascade;

create index ix_artist_prefix on artist (name(10));

alter table track modify bytes bigint comment 'of the file, it''s \\ all';
