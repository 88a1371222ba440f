package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;
import java.util.List;

class MariaDbPrivacyTest extends PrivacyContract implements DatabaseTarget.OnMariaDb {
    @Override
    List<String> hardToRead() {
        return List.of(
                "# it's a hero\nselect name from agent where real_name = 'Dive Wilson'",
                "select name from agent # /*\n where real_name = 'Dive Wilson' # */",
                "select 5--'1' from agent where real_name = 'Dive Wilson'",
                "select name from agent where name = 'it\\'s' or real_name = 'Dive Wilson'",
                "select name from agent where name = \"it's\" or real_name = \"Dive Wilson\"",
                "select /*! ' */ ', */ name from agent where real_name = 'Dive Wilson' /*! or '' */",
                "select name from agent where real_name = _utf8mb4'Dive Wilson' or real_name = N'Dive Wilson'",
                "select real_name as 's' from agent having s = 'Dive Wilson'",
                "select 'Dive Wilson' union select real_name from agent",
                "select real_name = 'Dive Wilson' from agent",
                "with x(a, b, c, d, e) as (select * from agent) select * from x");
    }
}
