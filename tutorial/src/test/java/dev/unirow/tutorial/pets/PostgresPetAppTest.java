package dev.unirow.tutorial.pets;

import dev.unirow.testing.DatabaseTarget;

class PostgresPetAppTest extends PetAppContract implements DatabaseTarget.OnPostgres {
    @Override
    String transcript() throws java.io.IOException {
        return super.transcript().replace("values (?)", "values ($1)").replace("id=?", "id=$1");
    }
}
