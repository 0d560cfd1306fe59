package dev.tertulia.tenant.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCsvTest {

    @Test
    void spreadsheetsKnowItsEncoding() {
        assertThat(AuditCsv.header()).startsWith("\uFEFFsequence,happenedAt,").endsWith(",hash\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "\tx", "\rx"})
    void nothingIsAFormula(String name) {
        String row = AuditCsv.rows(List.of(entry(name)));

        assertThat(row).contains("'" + name).doesNotContain("," + name).doesNotContain(",\"" + name);
    }

    @Test
    void quotesAndLinesStayInTheirField() {
        assertThat(AuditCsv.rows(List.of(entry("Ana \"A\"\nLuna")))).contains("\"Ana \"\"A\"\"\nLuna\"");
    }

    private static AuditEntryView entry(String actorName) {
        EntryContent content = new EntryContent(
                Instant.EPOCH,
                UUID.randomUUID(),
                "tenant",
                null,
                "user",
                null,
                actorName,
                null,
                null,
                "updated",
                "member",
                "m-1",
                null,
                "{\"a\":\"b\"}",
                null,
                null);
        return AuditEntryView.from(new AuditEntry(1, Instant.EPOCH, content, 1, "", "", "00"), Map.of());
    }
}
