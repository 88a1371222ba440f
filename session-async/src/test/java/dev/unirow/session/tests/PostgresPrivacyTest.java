package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;
import java.util.List;

class PostgresPrivacyTest extends PrivacyContract implements DatabaseTarget.OnPostgres {
    @Override
    List<String> hardToRead() {
        return List.of(
                "/* /* */ ' */ select name from agent where real_name = 'Dive Wilson'",
                "select name /* a /* b /* ' */ */ ' */ from agent where real_name = 'Dive Wilson'",
                "select name -- it's\r from agent where real_name = 'Dive Wilson'",
                "select name from agent where name = $é$ ' $é$ or real_name = $é$Dive Wilson$é$",
                "select name from agent where name = E'it''s\\'' or real_name = 'Dive Wilson'",
                "select name from agent where name = E'a'\n'b\\' or name = ' or real_name = 'Dive Wilson'",
                "select name from U&\"\\0061gent\" where real_name = 'Dive Wilson'",
                "select name from agent where U&\"real\\005fname\" = 'Dive Wilson'",
                "select x.* from agent x(a, b, c, d, e)",
                "select name from agent a where a::text like '%Dive Wilson%'",
                "select case when a::text like '%Dive Wilson%' then 1 end from agent a",
                "with x(a, b, c, d, e) as (table agent) select * from x",
                "select query_to_xml('select * from agent where real_name = ''Dive Wilson''', true, false, '')::text");
    }
}
