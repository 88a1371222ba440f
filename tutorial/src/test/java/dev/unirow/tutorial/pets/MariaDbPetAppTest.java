package dev.unirow.tutorial.pets;

import dev.unirow.testing.DatabaseTarget;

class MariaDbPetAppTest extends PetAppContract implements DatabaseTarget.OnMariaDb {
    @Override
    String transcript() throws java.io.IOException {
        return super.transcript().replace('"' + "user" + '"', "`user`");
    }
}
