package org.trialseal.importers.define;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.KeyOrigin;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.TableReader;
import org.trialseal.importers.Formats;
import org.trialseal.importers.testing.MemoryFile;
import org.trialseal.importers.testing.SampleData;

/** What is put beside the data, what is not, and what is said about it. */
final class DefinedDatasetsTest {
    private static final String ROWS = "S1,ALT,1,081\nS1,ALT,2,41.0\nS2,ALT,1,7\n";

    private static DefineXml define(String inside) throws Exception {
        return DefineFile.read(Define.file(inside));
    }

    private static MemoryFile csv(String columns) {
        return MemoryFile.of("lb.csv", columns + "\n" + ROWS);
    }

    private static MemoryFile csv() {
        return csv("USUBJID,LBTESTCD,VISITNUM,LBSTRESN");
    }

    private static DatasetPlan only(FilePlan plan) {
        assertThat(plan.datasets()).hasSize(1);
        return plan.datasets().get(0);
    }

    private static List<List<Cell>> cells(DataFile file, ImportSettings settings) throws Exception {
        Importer importer = Formats.installed().byId(settings.importer()).orElseThrow();
        List<List<Cell>> rows = new ArrayList<>();
        try (TableReader reader = importer.open(file, settings)) {
            reader.nextTable();
            for (var piece = reader.nextPiece(); piece.isPresent(); piece = reader.nextPiece()) {
                RowBatch batch = piece.get().decode();
                for (int row = 0; row < batch.rows(); row++) {
                    List<Cell> cells = new ArrayList<>();
                    for (int column = 0; column < batch.columns(); column++) {
                        cells.add(batch.cell(row, column));
                    }
                    rows.add(cells);
                }
            }
        }
        return rows;
    }

    @Test
    void csv_describedByItsName_takesKeysLabelsAndTypesAndNoOtherValues() throws Exception {
        DefineXml define = define(Define.LB);
        FilePlan plan = Define.plan(csv(), List.of(), define);
        DatasetPlan lb = only(plan);
        assertThat(lb.keysFrom()).isEqualTo(KeyOrigin.DEFINE);
        assertThat(lb.settings().keys()).containsExactly("USUBJID", "LBTESTCD", "VISITNUM");
        assertThat(lb.schema().columns().get(3).attributes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "define.label", "Numeric Result",
                        "define.dataType", "float",
                        "define.length", "8",
                        "define.codeList", "CL.LBSTRESN",
                        "define.mandatory", "Yes"));
        assertThat(lb.settings().options())
                .containsEntry("define.file", "define.xml")
                .containsEntry("define.sha256", define.digest().hex())
                .containsEntry("define.dataset", "IG.LB")
                .containsEntry("define.gives", "keys label dataType length codeList mandatory")
                .containsEntry("define.label", "The LB data");
        assertThat(plan.warnings()).isEmpty();
        FilePlan undescribed = Define.plan(csv(), List.of());
        assertThat(lb.settings().own().options())
                .isEqualTo(only(undescribed).settings().options());
        assertThat(lb.schema().own()).isEqualTo(only(undescribed).schema());
        assertThat(cells(csv(), lb.settings().own()))
                .isEqualTo(cells(csv(), only(undescribed).settings()));
        assertThat(cells(csv(), lb.settings().own()).get(0).get(3)).isEqualTo(Cell.text("081"));
    }

    @Test
    void read_valueLevelMetadata_isCountedAndNotUsed() throws Exception {
        String values = "<def:ValueListDef OID=\"VL.1\"><ItemRef ItemOID=\"IT.LB.VISITNUM\" Mandatory=\"No\">"
                + "<def:WhereClauseRef WhereClauseOID=\"WC.1\"/></ItemRef></def:ValueListDef>"
                + "<def:WhereClauseDef OID=\"WC.1\"><RangeCheck/></def:WhereClauseDef><def:WhereClauseDef OID=\"WC.2\"/>";
        DefineXml define = DefineFile.read(Define.file(values + Define.LB));
        assertThat(define.unused()).isEqualTo(new DefineXml.ValueLevel(1, 2));
        assertThat(define.groups())
                .isEqualTo(DefineFile.read(Define.file(Define.LB)).groups());
        assertThat(DefineFile.read(Define.file(Define.LB)).unused().isNone()).isTrue();
    }

    @Test
    void keys_askedFor_winAndAreSaid() throws Exception {
        FilePlan plan = Define.plan(csv(), List.of("LBTESTCD", "VISITNUM"), define(Define.LB));
        assertThat(only(plan).keysFrom()).isEqualTo(KeyOrigin.ASKED);
        assertThat(only(plan).settings().keys()).containsExactly("LBTESTCD", "VISITNUM");
        assertThat(only(plan).settings().options().get("define.gives")).startsWith("label");
        assertThat(Phrase.english(plan.reasons()))
                .anyMatch(reason -> reason.contains("its keys are not used, as others are asked for"));
    }

    @Test
    void keys_changedInAPlan_areNoLongerThoseOfTheDefine() throws Exception {
        DatasetPlan lb = only(Define.plan(csv(), List.of(), define(Define.LB)));
        DatasetPlan same = lb.asked("LB", lb.subject(), lb.settings().keys());
        DatasetPlan other = lb.asked("LB", lb.subject(), List.of("VISITNUM"));
        assertThat(same.keysFrom()).isEqualTo(KeyOrigin.DEFINE);
        assertThat(same.settings()).isEqualTo(lb.settings());
        assertThat(other.keysFrom()).isEqualTo(KeyOrigin.ASKED);
        assertThat(other.settings().options().get("define.gives"))
                .isEqualTo("label dataType length codeList mandatory");
    }

    @Test
    void keys_thatTheFileLacks_areSaidWithTheirPlaceAndNotTaken() throws Exception {
        FilePlan plan = Define.plan(csv("USUBJID,LBTESTCD,VISIT,LBSTRESN"), List.of(), define(Define.LB));
        assertThat(only(plan).keysFrom()).isEqualTo(KeyOrigin.INFERRED);
        assertThat(Phrase.english(plan.warnings()))
                .contains(
                        "define.xml, line 5: dataset lb has the key VISITNUM, which lb.csv does not have; its keys are not"
                                + " taken",
                        "define.xml, line 5: dataset lb does not define columns that lb.csv has: VISIT",
                        "define.xml, line 5: dataset lb defines variables that lb.csv does not have: VISITNUM");
    }

    @Test
    void keys_thatAreNotUnique_areTakenAndSaid() throws Exception {
        FilePlan plan = Define.plan(csv(), List.of(), define(Define.LB.replace(" KeySequence=\"3\"", "")));
        assertThat(only(plan).settings().keys()).containsExactly("USUBJID", "LBTESTCD");
        assertThat(Phrase.english(plan.warnings()))
                .containsExactly(
                        "the keys USUBJID, LBTESTCD, named by define.xml, are not unique within each subject in"
                                + " the records");
    }

    @Test
    void keys_whoseSequenceIsBroken_areNotTaken() throws Exception {
        for (String broken : List.of("KeySequence=\"2\"", "KeySequence=\"x\"")) {
            DefineXml define = define(Define.LB.replace("KeySequence=\"3\"", broken));
            assertThat(Phrase.english(define.problems()))
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("define.xml, line 9: dataset LB ");
            assertThat(only(Define.plan(csv(), List.of(), define)).keysFrom()).isEqualTo(KeyOrigin.INFERRED);
        }
        DefineXml undefined = define(Define.LB.replace("<ItemDef OID=\"IT.LB.VISITNUM\"", "<ItemDef OID=\"IT.X\""));
        assertThat(undefined.problems()).hasSize(2);
        assertThat(only(Define.plan(csv(), List.of(), undefined)).keysFrom()).isEqualTo(KeyOrigin.INFERRED);
    }

    @Test
    void columns_inOtherCase_areFoundWhenOnlyOneFits() throws Exception {
        FilePlan plan = Define.plan(csv("usubjid,lbtestcd,visitnum,lbstresn"), List.of(), define(Define.LB));
        assertThat(only(plan).settings().keys()).containsExactly("usubjid", "lbtestcd", "visitnum");
        assertThat(plan.warnings()).isEmpty();
        FilePlan two = Define.plan(csv("USUBJID,lbtestcd,Lbtestcd,LBSTRESN"), List.of(), define(Define.LB));
        assertThat(only(two).keysFrom()).isEqualTo(KeyOrigin.INFERRED);
    }

    @Test
    void dataset_ofAnotherName_isDescribedByItsFileOnlyWhenAllItsColumnsAreDefined() throws Exception {
        String labs = Define.LB.replace("Name=\"LB\"", "Name=\"LABS\"");
        assertThat(only(Define.plan(csv(), List.of(), define(labs))).keysFrom()).isEqualTo(KeyOrigin.DEFINE);
        assertThat(only(Define.plan(csv(), List.of(), define(labs.replace("lb.xpt", "..\\x\\LB.csv"))))
                        .keysFrom())
                .isEqualTo(KeyOrigin.DEFINE);
        FilePlan other = Define.plan(csv("USUBJID,LBTESTCD,VISITNUM,OTHER"), List.of(), define(labs));
        assertThat(only(other).settings().options()).doesNotContainKey("define.file");
        assertThat(Phrase.english(other.reasons())).contains("dataset lb: not described by define.xml");
    }

    @Test
    void dataset_describedTwice_isRefusedWithBothPlaces() throws Exception {
        DefineXml other = DefineFile.read(Define.file("other.xml", Define.LB));
        assertThatThrownBy(() -> Define.plan(csv(), List.of(), define(Define.LB), other))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("dataset lb is described in define.xml, line 5 and in other.xml, line 5")
                .hasMessageContaining("--define");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "adam-xpt|adam-xpt/adsl.xpt|DEFINE|USUBJID",
                "adam-xpt|adam-xpt/adae.xpt|DEFINE|USUBJID AETERM ASTDT AESEQ",
                "adam-xpt|adam-xpt/adtte.xpt|DEFINE|USUBJID PARAMCD",
                "sdtm-xpt|sdtm-xpt/dm.xpt|DEFINE|STUDYID USUBJID",
                "sdtm-xpt|sdtm-xpt/lbur.xpt|DEFINE|STUDYID USUBJID LBTESTCD VISITNUM",
                "sdtm-xpt|sdtm-xpt/suppae.xpt|DEFINE|STUDYID RDOMAIN USUBJID IDVAR IDVARVAL QNAM",
                "dataset-json/sdtm|dataset-json/sdtm/lb.xpt|DEFINE|STUDYID USUBJID LBCAT LBTESTCD LBDTC VISITNUM",
                "dataset-json/sdtm|dataset-json/sdtm/lb.json|FILE|STUDYID USUBJID LBCAT LBTESTCD LBDTC VISITNUM",
                "dataset-json/sdtm|dataset-json/sdtm/ta.ndjson|FILE|STUDYID ARMCD TAETORD",
                "dataset-json/adam|dataset-json/adam/adsl.json|FILE|USUBJID",
                "dataset-json/sdtm|csv/statin-sdtm/lb.csv|DEFINE|STUDYID USUBJID LBCAT LBTESTCD LBDTC VISITNUM",
                "sdtm-xpt|csv/pharmaversesdtm/ae.csv|DEFINE|STUDYID USUBJID AETERM AESTDTC AESEQ",
            })
    void pilot_withItsDefine_hasTheKeysOfTheStandard(String define, String data, KeyOrigin from, String keys)
            throws Exception {
        MemoryFile file = MemoryFile.copyOf(SampleData.path(data));
        DefineXml described = DefineFile.read(MemoryFile.copyOf(SampleData.path(define + "/define.xml")));
        DatasetPlan dataset = only(Define.plan(file, List.of(), described));
        assertThat(dataset.keysFrom()).isEqualTo(from);
        assertThat(String.join(" ", dataset.settings().keys())).isEqualTo(keys);
        assertThat(dataset.settings().options())
                .containsEntry("define.sha256", described.digest().hex());
        assertThat(dataset.schema().own())
                .isEqualTo(only(Define.plan(file, List.of())).schema());
    }

    @Test
    void transportFile_keepsItsOwnLabelsTypesAndLengths_andDifferencesAreSaid() throws Exception {
        MemoryFile file = MemoryFile.copyOf(SampleData.path("adam-xpt/adtte.xpt"));
        DefineXml define = DefineFile.read(MemoryFile.copyOf(SampleData.path("adam-xpt/define.xml")));
        FilePlan plan = Define.plan(file, List.of(), define);
        only(plan)
                .schema()
                .columns()
                .forEach(column -> assertThat(column.attributes())
                        .containsKeys("label", "type", "length")
                        .doesNotContainKeys("define.label", "define.dataType", "define.length"));
        assertThat(Phrase.english(plan.warnings()))
                .containsExactly("define.xml, line 8660: dataset ADTTE has other lengths (what adtte.xpt says counts):"
                        + " PARAM (32, not 100), PARAMCD (4, not 8)");
    }
}
