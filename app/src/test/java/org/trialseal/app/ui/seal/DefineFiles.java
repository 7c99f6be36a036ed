package org.trialseal.app.ui.seal;

/** A small Define-XML for tests. */
final class DefineFiles {
    /** Describes LB by USUBJID, DRAW and ALT; the first two are its keys. */
    static final String LB = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\" xmlns:def=\"http://www.cdisc.org/ns/def/v2.1\">\n"
            + "<Study OID=\"S\"><MetaDataVersion OID=\"M\" Name=\"m\" def:DefineVersion=\"2.1.0\">\n"
            + "<ItemGroupDef OID=\"IG.LB\" Name=\"LB\">\n"
            + "<ItemRef ItemOID=\"IT.S\" Mandatory=\"Yes\" KeySequence=\"1\"/>\n"
            + "<ItemRef ItemOID=\"IT.V\" Mandatory=\"Yes\" KeySequence=\"2\"/>\n"
            + "<ItemRef ItemOID=\"IT.R\" Mandatory=\"No\"/></ItemGroupDef>\n"
            + "<ItemDef OID=\"IT.S\" Name=\"USUBJID\" DataType=\"text\"/>\n"
            + "<ItemDef OID=\"IT.V\" Name=\"DRAW\" DataType=\"integer\"/>\n"
            + "<ItemDef OID=\"IT.R\" Name=\"ALT\" DataType=\"float\"><Description><TranslatedText>Alanine"
            + "</TranslatedText></Description></ItemDef>\n"
            + "</MetaDataVersion></Study></ODM>\n";

    private DefineFiles() {}
}
