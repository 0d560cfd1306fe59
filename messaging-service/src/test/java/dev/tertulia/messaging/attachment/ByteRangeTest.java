package dev.tertulia.messaging.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteRangeTest {
    @Test
    void oneRangeIsServed() {
        assertThat(ByteRange.of("bytes=0-0", 100)).contains(new ByteRange(0, 1));
        assertThat(ByteRange.of("bytes=10-", 100)).contains(new ByteRange(10, 90));
        assertThat(ByteRange.of("bytes=90-500", 100)).contains(new ByteRange(90, 10));
        assertThat(ByteRange.of("bytes=-30", 100)).contains(new ByteRange(70, 30));
        assertThat(ByteRange.of("bytes=-500", 100)).contains(new ByteRange(0, 100));
    }

    @Test
    void whatLiesBehindTheEndHasNoLength() {
        assertThat(ByteRange.of("bytes=100-", 100))
                .hasValueSatisfying(range -> assertThat(range.length()).isZero());
        assertThat(ByteRange.of("bytes=-0", 100))
                .hasValueSatisfying(range -> assertThat(range.length()).isZero());
    }

    @Test
    void whatIsNoRangeIsNotHeard() {
        for (String header : new String[] {"bytes=-", "bytes=5-2", "bytes=1-2,4-5", "lines=1-2", "bytes=a-b", ""}) {
            assertThat(ByteRange.of(header, 100)).as(header).isEmpty();
        }
        assertThat(ByteRange.of(null, 100)).isEmpty();
    }
}
