create table `stored` (
    id bigint not null auto_increment,
    version integer not null,
    done bit,
    tiny tinyint,
    small smallint,
    whole integer,
    large bigint,
    rough float(23),
    ratio float(53),
    letter varchar(1),
    name varchar(100),
    text longtext,
    price decimal(12,2),
    amount decimal(38,2),
    count decimal(38,0),
    day date,
    hour time(6),
    moment datetime(6),
    instant datetime(6),
    made datetime(6) default current_timestamp,
    lasting decimal(21,0),
    year integer,
    uuid uuid,
    bytes varbinary(255),
    mood enum ('OK','SAD'),
    ordinal tinyint,
    data json,
    primary key (id),
    constraint ck_stored_ordinal check (ordinal between 0 and 1)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
create table stored_tags (
    stored_id bigint not null,
    tags varchar(255),
    constraint uq_stored_tags_stored_id_tags unique (stored_id, tags)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;
alter table stored_tags add constraint fk_stored_tags_stored_id_stored foreign key (stored_id) references `stored` (id);
insert into `stored` (id, version, done, tiny, small, whole, large, rough, ratio, letter, name, text, price, amount, count, day, hour, moment, instant, made, lasting, year, uuid, bytes, mood, ordinal, data) values (1, 3, b'1', 127, 32767, 2147483647, 9223372036854775807, 0.5, 0.1, 'ß', 'Ünï''s', 'long', 1234567890.10, 0.25, 12345678901, '2024-02-29', '13:45:00.5', '2024-02-29 13:45:00.5', '2024-02-29 13:45:00.123', '2024-02-29 13:45:00', 1500000000, 2024, '01175cde-c18f-4a13-a492-21bd9e1cb01b', x'00ff', 'OK', 1, '{"list": [1.5, "a", null]}');
insert into `stored` (id, version, done, tiny, small, whole, large, rough, ratio, letter, name, text, price, amount, count, day, hour, moment, instant, made, lasting, year, uuid, bytes, mood, ordinal, data) values (2, 0, b'0', -128, -32768, -2147483648, -9223372036854775808, -0.5, 1e-300, ' ', '', '', -0.01, 0, -1, '1000-01-01', '00:00:00', '9999-12-31 23:59:59.999999', '1969-12-31 23:59:59', null, 0, 1, '00000000-0000-0000-0000-000000000000', x'', 'SAD', 0, '{}');
insert into `stored` (id, version, made) values (3, 0, null);
insert into stored_tags (stored_id, tags) values (1, 'red');
