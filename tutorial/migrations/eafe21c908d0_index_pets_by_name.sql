-- revision: eafe21c908d0
-- down_revision: b5aa068d74bf
-- branch_labels:
-- depends_on:
-- create_date: 2026-11-20 21:56:43.405821
-- message: index pets by name

-- upgrade [sqlite]
create index ix_pet_name on pet (name);

-- downgrade [sqlite]
drop index ix_pet_name;

-- upgrade [postgresql]
create index ix_pet_name on pet (name);

-- downgrade [postgresql]
drop index ix_pet_name;

-- upgrade [mariadb]
create index ix_pet_name on pet (name);

-- downgrade [mariadb]
drop index ix_pet_name on pet;
