package dev.tertulia.tenant.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.platform.crypto.MasterKeys;
import dev.tertulia.tenant.audit.ChainFault.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChainWalkTest {
    private static final Instant NOW = Instant.parse("2026-03-02T15:04:05.412309Z");

    private final UUID tenant = UUID.randomUUID();
    private final MasterKeys keys = MasterKeys.create();
    private final ChainCodes codes = new ChainCodes(keys);
    private final List<AuditEntry> chain = chain(30);

    @Test
    void aChainAsItWasWrittenHolds() {
        assertThat(walk(chain)).isEmpty();
    }

    @Test
    void aRemovedEntryLeavesAGap() {
        chain.remove(10);
        chain.remove(10);

        assertThat(walk(chain)).containsExactly(new ChainFault(Kind.REMOVED, 11, 12));
    }

    @Test
    void theFirstEntriesCannotBeRemovedUnnoticedEither() {
        assertThat(walk(chain.subList(3, 30))).containsExactly(new ChainFault(Kind.REMOVED, 1, 3));
    }

    @Test
    void aChangedEntryIsFoundAndNoneBesideIt() {
        chain.set(
                10,
                with(
                        chain.get(10),
                        content("updated", "somebody-else"),
                        chain.get(10).sequence()));

        assertThat(walk(chain)).containsExactly(new ChainFault(Kind.CHANGED, 11, 11));
    }

    @Test
    void entriesThatChangedPlacesAreFound() {
        AuditEntry fifth = chain.get(4);
        AuditEntry twentieth = chain.get(19);
        chain.set(4, with(twentieth, twentieth.content(), 5));
        chain.set(19, with(fifth, fifth.content(), 20));

        assertThat(walk(chain))
                .containsExactly(new ChainFault(Kind.REORDERED, 5, 5), new ChainFault(Kind.REORDERED, 20, 20));
    }

    @Test
    void theEndCannotBeCutOff() {
        assertThat(walk(chain.subList(0, 27))).containsExactly(new ChainFault(Kind.CUT_OFF, 28, 30));
        assertThat(walk(List.of())).containsExactly(new ChainFault(Kind.CUT_OFF, 1, 30));
    }

    @Test
    void whatIsPutBesideAnEntryIsFoundAndTheEntryIsStillTheGenuineOne() {
        AuditEntry genuine = chain.get(10);
        chain.add(10, with(genuine, content("updated", "somebody-else"), genuine.sequence()));

        assertThat(walk(chain)).containsExactly(new ChainFault(Kind.ADDED, 11, 11));
    }

    @Test
    void anEntryOfAnotherTimeLineIsFoundThoughItIsGenuine() {
        AuditEntry other = codes.place(
                tenant,
                11,
                NOW,
                codes.place(tenant, 10, NOW, ChainCodes.NONE, content("x", "y")).code(),
                content("x", "z"));
        chain.set(10, other);

        assertThat(walk(chain)).containsExactly(new ChainFault(Kind.REPLACED, 11, 12));
    }

    @Test
    void anEntryOfAnotherTenantIsNotOurs() {
        AuditEntry own = chain.get(10);
        chain.set(10, codes.place(UUID.randomUUID(), 11, NOW, own.previousCode(), own.content()));

        assertThat(walk(chain)).containsExactly(new ChainFault(Kind.CHANGED, 11, 11));
    }

    @Test
    void aChainThatDoesNotBeginWithTheFoundingWasBegunAnew() {
        List<AuditEntry> anew = new ArrayList<>();
        extend(anew, codes, content("updated", "one"));

        assertThat(faults(anew, codes)).containsExactly(new ChainFault(Kind.BEGUN_ANEW, 1, 1));
    }

    @Test
    void aChainGoesOnUnderANewMasterKeyAndNeedsTheOldOneToBeVerified() {
        MasterKeys rotated = keys.withNewKey().withNewestAsPrimary();
        ChainCodes newer = new ChainCodes(rotated);
        extend(chain, newer, content("updated", "after"));

        assertThat(faults(chain, newer)).isEmpty();
        assertThat(faults(chain, new ChainCodes(rotated.without(1))))
                .containsExactly(new ChainFault(Kind.KEY_MISSING, 1, 30));
    }

    @Test
    void whoHasAnotherKeyMakesNothingThatHolds() {
        ChainCodes forger = new ChainCodes(MasterKeys.create());
        List<AuditEntry> forged = new ArrayList<>();
        extend(forged, forger, founding());

        assertThat(faults(forged, codes)).extracting(ChainFault::kind).contains(Kind.CHANGED);
    }

    /** Whatever is done to some of the rows, it is found, and the walk comes to its end. */
    @Test
    void noTamperingGoesUnnoticed() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<AuditEntry> tampered = new ArrayList<>(chain);
            int a = random.nextInt(tampered.size());
            int b = random.nextInt(tampered.size());
            AuditEntry entry = tampered.get(a);
            switch (random.nextInt(5)) {
                case 0 -> tampered.remove(a);
                case 1 -> tampered.set(a, with(entry, content("updated", "t" + round), entry.sequence()));
                case 2 -> tampered.add(with(entry, entry.content(), 100 + round));
                case 3 -> tampered.subList(Math.min(a, b), Math.max(a, b) + 1).clear();
                default -> {
                    if (a == b) {
                        continue;
                    }
                    AuditEntry other = tampered.get(b);
                    tampered.set(a, with(other, other.content(), entry.sequence()));
                    tampered.set(b, with(entry, entry.content(), other.sequence()));
                }
            }
            assertThat(walk(tampered)).as("round " + round).isNotEmpty();
        }
    }

    @Test
    void manyFaultsAreCountedAndSomeShown() {
        List<AuditEntry> every = chain(500);
        for (int n = 1; n < 500; n += 2) {
            every.set(n, with(every.get(n), content("updated", "other"), n + 1));
        }
        ChainWalk walk = new ChainWalk(tenant, codes, 1, ChainCodes.NONE);
        every.forEach(walk::next);
        walk.end(head(every.getLast()));

        assertThat(walk.holds()).isFalse();
        assertThat(walk.faults()).hasSize(ChainWalk.MAX_FAULTS);
        assertThat(walk.entries()).isEqualTo(500);
    }

    private List<ChainFault> walk(List<AuditEntry> rows) {
        AuditEntry last = chain(30).getLast();
        return faults(rows, codes, head(last));
    }

    private List<ChainFault> faults(List<AuditEntry> rows, ChainCodes with) {
        return faults(rows, with, head(rows.getLast()));
    }

    private List<ChainFault> faults(List<AuditEntry> rows, ChainCodes with, ChainHead head) {
        List<AuditEntry> sorted = new ArrayList<>(rows);
        sorted.sort((one, other) -> Long.compare(one.sequence(), other.sequence()));
        ChainWalk walk = new ChainWalk(tenant, with, 1, ChainCodes.NONE);
        sorted.forEach(walk::next);
        walk.end(head);
        return walk.faults();
    }

    private ChainHead head(AuditEntry last) {
        return codes.seal(tenant, ChainHead.empty().endingAt(last.sequence(), last.code(), last.recordedAt()));
    }

    private List<AuditEntry> chain(int length) {
        List<AuditEntry> entries = new ArrayList<>();
        extend(entries, codes, founding());
        for (int n = 2; n <= length; n++) {
            extend(entries, codes, content("updated", "thing-" + n));
        }
        return entries;
    }

    private void extend(List<AuditEntry> entries, ChainCodes with, EntryContent content) {
        String previous =
                entries.isEmpty() ? ChainCodes.NONE : entries.getLast().code();
        entries.add(with.place(tenant, entries.size() + 1, NOW, previous, content));
    }

    private static EntryContent founding() {
        return content("created", "tenant", "t");
    }

    private static EntryContent content(String action, String id) {
        return content(action, "thing", id);
    }

    private static EntryContent content(String action, String type, String id) {
        UUID event = UUID.nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new EntryContent(
                NOW,
                event,
                "contact",
                null,
                "system",
                null,
                null,
                null,
                null,
                action,
                type,
                id,
                null,
                "{\"a\":1}",
                null,
                null);
    }

    private static AuditEntry with(AuditEntry entry, EntryContent content, long sequence) {
        return new AuditEntry(
                sequence,
                entry.recordedAt(),
                content,
                entry.keyVersion(),
                entry.contentCode(),
                entry.previousCode(),
                entry.code());
    }
}
