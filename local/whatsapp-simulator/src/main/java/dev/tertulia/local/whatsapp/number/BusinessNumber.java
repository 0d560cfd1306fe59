package dev.tertulia.local.whatsapp.number;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** One registered number, with what is counted of it. Safe for use by many threads. */
public final class BusinessNumber {

    private static final int REMEMBERED_PAIRS = 100_000;

    /** A behaviour, and how often its failures still strike. */
    private record Conduct(Behaviour behaviour, List<AtomicInteger> left) {

        static Conduct of(Behaviour behaviour) {
            return new Conduct(
                    behaviour,
                    behaviour.failWith().stream()
                            .map(failure ->
                                    new AtomicInteger(failure.next() == null ? Integer.MAX_VALUE : failure.next()))
                            .toList());
        }
    }

    public final LongAdder accepted = new LongAdder();
    public final LongAdder refused = new LongAdder();
    public final LongAdder received = new LongAdder();

    private volatile NumberRegistration registration;
    private volatile Conduct conduct;
    private volatile String callbackState = "unverified";
    private long secondStarted;
    private int inThisSecond;
    private final Map<String, Long> lastToPair = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED_PAIRS;
        }
    };

    BusinessNumber(NumberRegistration registration, Behaviour behaviour) {
        this.registration = registration;
        this.conduct = Conduct.of(behaviour);
    }

    public String id() {
        return registration.phoneNumberId();
    }

    public NumberRegistration registration() {
        return registration;
    }

    public Behaviour behaviour() {
        return conduct.behaviour();
    }

    /** {@code verified}, {@code unverified} or why the last verification failed. */
    public String callbackState() {
        return callbackState;
    }

    public void callbackState(String state) {
        this.callbackState = state;
    }

    void register(NumberRegistration changed) {
        this.registration = changed;
        this.callbackState = "unverified";
    }

    void behave(Behaviour changed) {
        this.conduct = Conduct.of(changed);
    }

    /** Whether the token is this number's. */
    public boolean accepts(String token) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8),
                registration.accessToken().getBytes(StandardCharsets.UTF_8));
    }

    /** The failure that strikes this call, if one does; a rule with {@code next} is used up by it. */
    public @Nullable Failure strike(Failure.On call, @Nullable String customer) {
        Conduct now = conduct;
        List<Failure> failures = now.behaviour().failWith();
        for (int i = 0; i < failures.size(); i++) {
            Failure failure = failures.get(i);
            if (failure.concerns(call, customer)
                    && drawn(failure)
                    && taken(now.left().get(i), failure)) {
                return failure;
            }
        }
        return null;
    }

    /** Whether this message is one too many in this second. */
    public synchronized boolean overThroughput(long nowMs) {
        int limit = conduct.behaviour().maxPerSecond();
        if (limit == 0) {
            return false;
        }
        long second = nowMs / 1_000;
        if (second != secondStarted) {
            secondStarted = second;
            inThisSecond = 0;
        }
        return ++inThisSecond > limit;
    }

    /** Whether this message comes too soon after the last one to the same customer. */
    public synchronized boolean overPairRate(String customer, long nowMs) {
        long interval = conduct.behaviour().pairIntervalMs();
        if (interval == 0) {
            return false;
        }
        Long last = lastToPair.get(customer);
        if (last != null && nowMs - last < interval) {
            return true;
        }
        lastToPair.remove(customer);
        lastToPair.put(customer, nowMs);
        return false;
    }

    void forgetCounts() {
        accepted.reset();
        refused.reset();
        received.reset();
        synchronized (this) {
            lastToPair.clear();
            inThisSecond = 0;
        }
    }

    private static boolean drawn(Failure failure) {
        Double probability = failure.probability();
        return probability == null || ThreadLocalRandom.current().nextDouble() < probability;
    }

    private static boolean taken(AtomicInteger left, Failure failure) {
        return failure.next() == null || left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }
}
