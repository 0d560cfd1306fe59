package dev.tertulia.tenant.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries as CSV (RFC 4180), which spreadsheets open without running anything. */
final class AuditCsv {
    /** By which spreadsheets know UTF-8; without it names lose their accents there. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String[] COLUMNS = {
        "sequence", "happenedAt", "recordedAt", "summary", "actorType", "actorId", "actorName", "memberId", "role",
        "action", "resourceType", "resourceId", "oldValues", "newValues", "ip", "userAgent", "requestId", "service",
        "eventId", "hash"
    };

    private AuditCsv() {}

    static String header() {
        StringWriter text = new StringWriter();
        CsvWriter.builder().bufferSize(0).build(text).writeRecord(COLUMNS);
        return BYTE_ORDER_MARK + text;
    }

    static String rows(List<AuditEntryView> entries) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        for (AuditEntryView entry : entries) {
            csv.writeRecord(
                    Long.toString(entry.sequence()),
                    entry.happenedAt().toString(),
                    entry.recordedAt().toString(),
                    harmless(entry.summary()),
                    harmless(entry.actor().type()),
                    harmless(entry.actor().id()),
                    harmless(entry.actor().name()),
                    harmless(entry.actor().memberId()),
                    harmless(entry.role()),
                    harmless(entry.action()),
                    harmless(entry.resource().type()),
                    harmless(entry.resource().id()),
                    harmless(entry.oldValues()),
                    harmless(entry.newValues()),
                    harmless(entry.ip()),
                    harmless(entry.userAgent()),
                    harmless(entry.requestId()),
                    harmless(entry.service()),
                    harmless(entry.eventId()),
                    entry.hash());
        }
        return text.toString();
    }

    /** What a spreadsheet would take for a formula is text to it behind an apostrophe. */
    private static String harmless(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean isFormula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        return isFormula ? "'" + text : text;
    }
}
