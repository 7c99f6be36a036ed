package org.trialseal.importers.xport;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes transport files for tests, one dataset after the other. */
final class TransportWriter {
    private static final String ZEROS = "0".repeat(30) + "  ";
    private static final String TIME = "16FEB11:10:07:55";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final boolean v8;
    private final int namestr;
    private List<Integer> widths = new ArrayList<>();

    private TransportWriter(boolean v8, int namestr) {
        this.v8 = v8;
        this.namestr = namestr;
        header(v8 ? "LIBV8" : "LIBRARY", ZEROS);
        text("SAS     SAS     SASLIB  9.4     X64_10HO" + " ".repeat(24) + TIME);
        text(pad(TIME, 80));
    }

    static TransportWriter v5() {
        return new TransportWriter(false, 140);
    }

    static TransportWriter vms() {
        return new TransportWriter(false, 136);
    }

    static TransportWriter v8() {
        return new TransportWriter(true, 140);
    }

    /** A variable: negative width for a number of so many bytes, else text. */
    record Var(String name, int width) {}

    /** Begins a dataset; {@code stated} is how edition 8 counts its records. */
    TransportWriter dataset(String name, String stated, List<Var> variables) {
        header(v8 ? "MEMBV8" : "MEMBER", "00000000000000000160000000" + "0" + namestr + "  ");
        header(v8 ? "DSCPTV8" : "DSCRPTR", ZEROS);
        String origin = "SASDATA 9.4     X64_10HO";
        text("SAS     " + pad(name, v8 ? 32 : 8) + origin + (v8 ? "" : " ".repeat(24)) + TIME);
        text(pad(TIME, 80));
        header(
                v8 ? "NAMSTV8" : "NAMESTR",
                String.format(java.util.Locale.ROOT, "%010d", variables.size()) + "0".repeat(20) + "  ");
        widths = new ArrayList<>();
        int position = 0;
        int number = 1;
        for (Var variable : variables) {
            variable(variable, number++, position);
            position += Math.abs(variable.width());
        }
        fill();
        header(v8 ? "OBSV8" : "OBS", v8 ? pad(stated, 32) : ZEROS);
        return this;
    }

    private void variable(Var variable, int number, int position) {
        ByteBuffer bytes = ByteBuffer.allocate(namestr);
        bytes.putShort((short) (variable.width() < 0 ? 1 : 2)).putShort((short) 0);
        bytes.putShort((short) Math.abs(variable.width())).putShort((short) number);
        bytes.put(ascii(pad(variable.name().length() > 8 ? variable.name().substring(0, 8) : variable.name(), 8)));
        bytes.put(ascii(pad("Label of " + number, 40))).put(ascii(" ".repeat(8)));
        bytes.position(72);
        bytes.put(ascii(" ".repeat(8)));
        bytes.putInt(84, position);
        if (v8) {
            bytes.position(88);
            bytes.put(ascii(pad(variable.name(), 32)));
        }
        out.writeBytes(bytes.array());
        widths.add(variable.width());
    }

    /** A record: text as String, a number by its bytes. */
    TransportWriter row(Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof byte[] bytes) {
                out.writeBytes(bytes);
            } else {
                byte[] text = cells[i].toString().getBytes(StandardCharsets.UTF_8);
                out.writeBytes(text);
                out.writeBytes(ascii(" ".repeat(widths.get(i) - text.length)));
            }
        }
        return this;
    }

    /** Ends a dataset: fills the last card up. */
    TransportWriter end() {
        fill();
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** A whole number of at most 16 bits as a number of so many bytes, 3 at least when it is above 255. */
    static byte[] number(int value, int width) {
        byte[] bytes = new byte[width];
        if (value > 0xFF) {
            bytes[0] = 0x44;
            bytes[1] = (byte) (value >> 8);
            bytes[2] = (byte) value;
        } else if (value > 0) {
            bytes[0] = 0x42;
            bytes[1] = (byte) value;
        }
        return bytes;
    }

    private void header(String name, String rest) {
        out.writeBytes(Card.title(name));
        text(rest);
    }

    private void fill() {
        text(" ".repeat((80 - out.size() % 80) % 80));
    }

    private void text(String text) {
        out.writeBytes(ascii(text));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
