-- revision: 5b90e2f3c718
-- down_revision: 1a7c0d4e9b25
-- message: seed countries

-- upgrade
-- call dev.unirow.tutorial.recipes.SeedCountries

-- downgrade
delete from country;
