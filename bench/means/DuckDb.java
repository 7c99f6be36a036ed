import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/**
 * The hashes of a seal by DuckDB: of each field a salt derived from a key and a commitment with it, of each record one
 * hash over them; 25 a row. It builds no tree and writes nothing. The salts hang on the record's own key, as a number of
 * the row would keep DuckDB from using more than one processor.
 *
 * <p>{@code java -cp duckdb_jdbc.jar:. DuckDb FILE}
 */
final class DuckDb {
    private static final String[] COLUMNS = {
        "STUDYID", "DOMAIN", "USUBJID", "LBSEQ", "LBTESTCD", "LBTEST", "LBCAT", "LBORRES", "LBORRESU", "LBSTRESN",
        "VISIT", "LBDTC"
    };

    private DuckDb() {}

    public static void main(String[] arguments) throws Exception {
        String query = "select max(sha256(" + record() + ")) from read_csv('" + arguments[0]
                + "', all_varchar = true, header = true)";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            System.out.println(result.getString(1));
        }
    }

    private static String record() {
        StringBuilder record = new StringBuilder();
        for (int i = 0; i < COLUMNS.length; i++) {
            String salt = "substr(sha256('0123456789abcdef' || USUBJID || LBSEQ || '/" + i + "'), 1, 32)";
            record.append(i > 0 ? " || " : "")
                    .append("sha256(" + salt + " || coalesce(" + COLUMNS[i] + ", ''))");
        }
        return record.toString();
    }
}
