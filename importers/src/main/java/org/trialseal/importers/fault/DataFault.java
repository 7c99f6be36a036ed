package org.trialseal.importers.fault;

import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;

/**
 * What can be wrong with a data file or with what is asked of it. Its words never hold a value of the file beside names and
 * places; {@code {0}} is the line in what begins with a line.
 */
public enum DataFault implements Phrase.Code {
    OTHER_IMPORTER("these settings are for another importer than {0}"),
    /** Version, importer, known version. */
    OTHER_VERSION("these settings need version {0} of the {1} importer, this program has {2}; use a newer program"),
    ODM_OTHER_VERSION("these settings are for another importer than versions 1 to {0} of odm; use a newer program"),
    ODM_OPTION("the odm importer knows no options"),
    JSON_OPTION("the dataset-json importer has no options"),
    CSV_OPTION("the csv importer has no option of this name; it has delimiter, encoding and quote"),
    CSV_DELIMITER("the option delimiter must be one character such as , or ; or |, or the word tab or space"),
    CSV_QUOTE("the option quote must be \" or ' or the word none"),
    CSV_ENCODING("the option encoding must be UTF-8, UTF-16LE, UTF-16BE or windows-1252"),
    OPTION_LACKING("the settings lack the option {0}"),
    XPORT_OPTION("the xport importer has no option of this name; it has encoding"),
    XPORT_ENCODING("the option encoding must be UTF-8 or windows-1252"),

    EMPTY("the file is empty; a table begins with a line of column names"),
    BLANK("the file holds only blank lines; a table begins with a line of column names"),
    HEADER_FIELDS("line {0}: the header has {1} fields, more than {2}"),
    HEADER_NAMELESS("line {0}: the only column has no name; name it"),
    HEADER_NO_NAME(
            "line {0}: column {1} has no name; name it in the header, or remove the delimiter if there is no such"
                    + " column"),
    HEADER_TWICE("line {0}: columns {1} and {2} have the same name; rename one of them in the header"),
    HEADER_LABELS(
            "line {0}: columns {1} and {2} have the same name; this looks like a REDCap export with labels for column"
                    + " names: export it again with field names"),
    UTF_32("this is UTF-32, which is not read; export the file again as UTF-8"),
    NOT_UTF_8("line {0}: this is not valid UTF-8; export the file again as UTF-8, or name its encoding with the option"
            + " encoding"),
    NOT_UTF_8_SURROGATE(
            "line {0}: this is not valid UTF-8 (half of a surrogate pair is encoded); export the file again as UTF-8"),
    NOT_UTF_16_SURROGATE(
            "line {0}: this is not valid UTF-16 (half of a surrogate pair stands alone); export the file again, as UTF-8"
                    + " if possible"),
    NOT_UTF_16_END(
            "line {0}: this is not valid UTF-16 (the file ends in the middle of a character); export the file again, as"
                    + " UTF-8 if possible"),
    /** Line, byte in hexadecimal. */
    NOT_WINDOWS_1252(
            "line {0}: byte 0x{1} does not exist in windows-1252; export the file again as UTF-8, or name its encoding"
                    + " with the option encoding"),
    RAGGED_ONE(
            "line {0}: 1 field where the header has {1}; mend this line (a delimiter too many or too few, or a missing"
                    + " quote), or name the right delimiter with the option delimiter"),
    RAGGED(
            "line {0}: {2} fields where the header has {1}; mend this line (a delimiter too many or too few, or a missing"
                    + " quote), or name the right delimiter with the option delimiter"),
    TEXT_AFTER_QUOTE(
            "line {0}: text follows a closing quote in field {1}; write a quote inside a quoted field twice, or set the"
                    + " option quote to none if quotes have no meaning in this file"),
    QUOTE_OPEN(
            "line {0}: the quote that opens field {1} here is never closed; close it, or set the option quote to none if"
                    + " quotes have no meaning in this file"),
    LONG_RECORD("line {0}: this record is longer than {1} MiB; look for a quote that is never closed"),
    LONG_RECORD_QUOTE(
            "line {0}: this record is longer than {1} MiB; look for a quote that is never closed (one opens in line {2})"),
    /** Line, what differs in English. */
    READINGS(
            "from line {0} on: two readings of these lines disagree ({1}); this is a fault of the program, please report"
                    + " it; meanwhile the file can be sealed as a document"),

    /** A part of the file. */
    CUT_OFF("the file ends in {0}; it was cut off: get the whole file"),
    NOT_JSON("{0} is no valid JSON"),
    /** What is wrong with unpacked text. */
    UNPACKED("{0} (in the unpacked text)"),
    PACKED_DAMAGED("the compressed data are damaged or were cut off; get the file again"),
    PACKED_TOO_MUCH("the compressed data expand more than {0}-fold; no dataset does"),
    PACKED_MORE("there is something behind the compressed data"),
    JSON_OTHER("this is no Dataset-JSON: it does not begin with an object"),
    JSON_VERSION("this is another version of Dataset-JSON than 1.1, which is the one that can be read"),
    ATTRIBUTES_LONG("the attributes are longer than {0} MiB"),
    ATTRIBUTES_LATE(
            "the columns stand behind more than {0} MiB of rows; write the file with the attributes in the order that the"
                    + " standard recommends"),
    ATTRIBUTES_UTF_8("the attributes are not valid UTF-8"),
    ATTRIBUTES_DEEP(
            "an attribute is nested deeper than {0} levels, or has a name or a number longer than any that is meant"),
    ATTRIBUTES_JSON("the attributes are no valid JSON, or one stands twice"),
    ATTRIBUTES_JSON_LINE("the attributes are no valid JSON, or one stands twice; line {0}"),
    ATTRIBUTES_UNREAD("the attributes cannot be read"),
    ATTRIBUTE_NO_TEXT("the attribute {0} is not text"),
    ATTRIBUTE_MISSING("the attribute {0} is missing"),
    RECORDS_MISSING("the attribute records, the number of rows, is missing"),
    RECORDS_NO_NUMBER("the attribute records is not a number of rows"),
    RECORDS_DIFFER("the attribute records says {0} rows, and there are {1}; rows were lost or added"),
    COLUMNS_MANY("there are more than {0} columns"),
    COLUMNS_NO_LIST("the attribute columns is not a list of objects"),
    COLUMNS_NONE("the dataset has no columns; seal the bytes of the file with --as document"),
    COLUMN_NO_NAME("column {0} has no name"),
    COLUMN_SEQUENCE("the keySequence of column {0} is not a number from 1"),
    COLUMN_TWICE("column {0} has the same name as one before it"),
    ROWS_TWICE("the attribute rows stands twice"),
    BEHIND_DATASET("there is something behind the end of the dataset"),
    ROW_LONG("row {0} is longer than {1} MiB"),
    ROW_LINE("behind row {0}: a line holds one array of values and nothing else"),
    ROW_COMMA("behind row {0}: rows are arrays of values, divided by commas"),
    ROW_NESTED("a row near row {0} holds an array or an object where a value should stand"),
    ROW_NO_COMMA("row {0}: a comma is missing between two values"),
    ROW_MORE("row {0}: there are more values than columns"),
    /** Row, values, columns. */
    ROW_FEWER("row {0}: there are {1} values where the dataset has {2} columns"),
    VALUE_NOT_JSON("row {0}: a value is no valid JSON"),
    STRING_CONTROL("row {0}: a string has a control character that is not escaped"),
    STRING_NOT_UTF_8("row {0}: a string is not valid UTF-8"),
    STRING_NOT_UNICODE("row {0}: a string is not valid Unicode"),
    STRING_ESCAPE("row {0}: a string has an escape that JSON does not know"),
    STRING_HALF("row {0}: a string has half a character"),

    NOT_XML("is not XML from its very beginning"),
    XML_DECLARED("declares an encoding that this program does not read or that is not its own; export it as UTF-8"),
    XML_ENCODING("has bytes that are not of the encoding it declares; export it again as UTF-8"),
    /** Line, column. */
    XML_FORM("line {0}, column {1}: this is not well-formed XML, or larger than the limits; export it again"),
    /** The standard. */
    XML_DOCTYPE("has a document type declaration (DOCTYPE); {0} has none. Export it again without"),
    XML_ENTITY("uses an entity that XML itself does not define"),
    /** Line, the standard. */
    XML_PLACE("line {0}: an element stands where {1} does not allow it"),
    ODM_GROUPS("has more than {0} item groups"),
    ODM_COLUMNS("a table of it needs more than {0} columns"),
    ODM_CHARACTERS("has a value of more than {0} characters"),
    ODM_BYTES("has a value of more than {0} bytes"),
    ODM_SURROGATE("has a value with half a surrogate pair"),
    ODM_SUBJECT("has more than {0} characters of one subject"),
    DEFINE_LABEL("line {0}: a label has more than {1} characters"),
    DEFINE_LONG("says more than {0} million characters of its data"),
    /** Line, attribute. */
    DEFINE_LACKS("line {0}: lacks the attribute {1}"),
    DEFINE_VERSIONS("line {0}: a second MetaDataVersion; Define-XML has one"),
    DEFINE_NO_VERSION("has no MetaDataVersion, so it describes nothing"),
    DEFINE_GROUP_TWICE("line {0}: a second ItemGroupDef with the same OID"),
    DEFINE_GROUPS("line {0}: more than {1} datasets"),
    DEFINE_ITEM_TWICE("line {0}: a second ItemDef with the same OID"),
    DEFINE_ITEMS("line {0}: more than {1} variables"),
    DEFINE_COLUMNS("line {0}: more variables than a dataset can have, or than this program reads of a file"),
    /** Dataset, places. */
    DEFINED_TWICE("dataset {0} is described in {1}; say with --define which file describes the data"),
    DICTIONARY_LONG("is a data dictionary of more than {0} fields"),
    DICTIONARY_TWICE("is a data dictionary in which a field stands twice"),

    CPORT("this is a CPORT file, which only SAS can read; export the data again with the XPORT engine or %loc2xpt, or"
            + " seal its bytes with --as document"),
    NOT_XPORT("this is no SAS transport file: it does not begin with a LIBRARY header record"),
    /** Name of a header record. */
    NO_HEADER("the header record {0} should stand here and does not"),
    PART_DIFFERS("{0} does not hold what it must"),
    PART_NO_NUMBER("{0} is not a number"),
    PART_NOT_ASCII("{0} has a character outside ASCII"),
    PART_NO_TIME("{0} is not a date and time such as 16FEB11:10:07:55"),
    NOT_BLANK("there is something where blanks should stand; the file is damaged"),
    DESCRIPTION_SIZE("descriptions of variables are 140 or 136 bytes long"),
    DATASET_NAME("the dataset has no name, or one with blanks or characters that no name may have"),
    /** Dataset, most variables. */
    NO_VARIABLES(
            "the dataset {0} has no variables; a dataset has 1 to {1}; seal the bytes of the file with --as document"),
    TOO_MANY_VARIABLES(
            "the dataset {0} has too many variables; a dataset has 1 to {1}; seal the bytes of the file with --as"
                    + " document"),
    VARIABLE_TWICE("variable {0} has the same name as one before it"),
    VARIABLE_TYPE("variable {0} is neither numeric nor character"),
    VARIABLE_NUMBER("variable {0} is a number that is not 2 to 8 bytes long"),
    VARIABLE_LENGTH("variable {0} has no length or a negative one"),
    VARIABLE_POSITION("variable {0} has a negative position in the record"),
    VARIABLE_NAME("variable {0} has no name, or one with blanks or characters that no name may have"),
    VARIABLE_WIDTH("variable {0} has a format of negative width or with negative decimals"),
    VARIABLE_FORMAT("variable {0} has a format whose name is not ASCII"),
    LABEL_STRAY("a long label belongs to no variable of the dataset"),
    LABEL_LENGTH("a long label has a negative length"),
    RECORD_LONG("a record is longer than {0} MiB"),
    /** Dataset, record, variable. */
    NO_NUMBER("dataset {0}, record {1}: variable {2} holds neither a number nor a missing value"),
    DATASET_CARD(
            "dataset {0}: the file does not end with a whole card of 80 bytes; it was cut off: get the whole file"),
    DATASET_CUT_OFF("dataset {0}: the file ends in record {1}; it was cut off: get the whole file"),
    /** Dataset, record, stated records. */
    DATASET_CUT_OFF_OF("dataset {0}: the file ends in record {1} of {2}; it was cut off: get the whole file"),
    DATASET_STATES("dataset {0}: it states more records than any file holds; it was cut off: get the whole file"),
    DATASET_GOES_ON("dataset {0} goes on behind the {1} records that it states");

    private final String pattern;

    DataFault(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String pattern() {
        return pattern;
    }

    /** The refusal of a file, for no single byte of it. */
    public MalformedException in(String file, Object... values) {
        return at(file, MalformedException.NO_OFFSET, values);
    }

    /** The refusal of a file for what stands at a byte. */
    public MalformedException at(String file, long offset, Object... values) {
        return new MalformedException(file, offset, Phrase.of(this, values));
    }
}
