package dev.tertulia.platform.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that is read up to a limit, for those that come in chunks and do not say how long they are. */
final class BoundedBody extends FilterInputStream {
    private final long maxBytes;
    private long readBytes;

    BoundedBody(InputStream body, long maxBytes) {
        super(body);
        this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int bytes) {
        readBytes += bytes;
        if (readBytes > maxBytes) {
            throw Problems.bodyTooLarge(maxBytes);
        }
    }
}
