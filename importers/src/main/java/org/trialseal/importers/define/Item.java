package org.trialseal.importers.define;

import java.util.Collections;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A variable of a dataset: an ItemRef with its ItemDef.
 *
 * @param name of the variable
 * @param line of the ItemRef
 * @param keySequence place among the keys, from 1
 * @param facts what the file says of it, by the names below; what it does not say is not there
 */
record Item(String name, int line, OptionalInt keySequence, SortedMap<String, String> facts) {
    static final String LABEL = "label";
    static final String DATA_TYPE = "dataType";
    static final String LENGTH = "length";
    static final String SIGNIFICANT_DIGITS = "significantDigits";
    static final String DISPLAY_FORMAT = "displayFormat";
    static final String CODE_LIST = "codeList";
    static final String MANDATORY = "mandatory";

    Item {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }
}
