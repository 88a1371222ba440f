create table "stored" (
    id integer not null constraint pk_stored primary key autoincrement,
    version integer not null,
    done boolean,
    tiny tinyint,
    small smallint,
    whole integer,
    large bigint,
    rough float,
    ratio float,
    letter char(1),
    name varchar(100),
    text clob,
    price numeric(12,2),
    amount numeric(38,2),
    count numeric(38,0),
    day date,
    hour time(6),
    moment timestamp,
    instant timestamp,
    made timestamp default current_timestamp,
    lasting numeric(21,0),
    year integer,
    uuid char(36),
    bytes blob,
    mood varchar(255),
    ordinal tinyint,
    data clob,
    constraint ck_stored_mood check (mood in ('SAD','OK')),
    constraint ck_stored_ordinal check (ordinal between 0 and 1)
);
create table stored_tags (
    stored_id bigint not null,
    tags varchar(255),
    constraint uq_stored_tags_stored_id_tags unique (stored_id, tags),
    constraint fk_stored_tags_stored_id_stored foreign key (stored_id) references "stored" (id)
);
insert into "stored" (id, version, done, tiny, small, whole, large, rough, ratio, letter, name, text, price, amount, count, day, hour, moment, instant, made, lasting, year, uuid, bytes, mood, ordinal, data) values (1, 3, 1, 127, 32767, 2147483647, 9223372036854775807, 0.5, 0.1, 'ß', 'Ünï''s', 'long', 1234567890.10, 0.25, 12345678901, '2024-02-29', '13:45:00.5', '2024-02-29 13:45:00.5', '2024-02-29 13:45:00.123', '2024-02-29 13:45:00', 1500000000, 2024, '01175cde-c18f-4a13-a492-21bd9e1cb01b', x'00ff', 'OK', 1, '{"list": [1.5, "a", null]}');
insert into "stored" (id, version, done, tiny, small, whole, large, rough, ratio, letter, name, text, price, amount, count, day, hour, moment, instant, made, lasting, year, uuid, bytes, mood, ordinal, data) values (2, 0, 0, -128, -32768, -2147483648, -9223372036854775808, -0.5, 1e-300, ' ', '', '', -0.01, 0, -1, '0001-01-01', '00:00:00', '9999-12-31 23:59:59.999999', '1969-12-31 23:59:59', null, 0, 1, '00000000-0000-0000-0000-000000000000', x'', 'SAD', 0, '{}');
insert into "stored" (id, version, made) values (3, 0, null);
insert into stored_tags (stored_id, tags) values (1, 'red');
