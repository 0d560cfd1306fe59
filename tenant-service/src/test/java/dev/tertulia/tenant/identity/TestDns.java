package dev.tertulia.tenant.identity;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.dns.DatagramDnsQuery;
import io.netty.handler.codec.dns.DatagramDnsQueryDecoder;
import io.netty.handler.codec.dns.DatagramDnsResponse;
import io.netty.handler.codec.dns.DatagramDnsResponseEncoder;
import io.netty.handler.codec.dns.DefaultDnsRawRecord;
import io.netty.handler.codec.dns.DnsQuestion;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.handler.codec.dns.DnsSection;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A name server that has the TXT records that it was told, speaks DNS over UDP, and for some names does not speak at all. */
public final class TestDns implements AutoCloseable {
    private static final int TTL = 60;

    private final Map<String, List<String>> texts = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final NioEventLoopGroup group = new NioEventLoopGroup(1);
    private final Channel channel;

    public TestDns() {
        channel = new Bootstrap()
                .group(group)
                .channel(NioDatagramChannel.class)
                .handler(new ChannelInitializer<DatagramChannel>() {
                    @Override
                    protected void initChannel(DatagramChannel made) {
                        made.pipeline()
                                .addLast(
                                        new DatagramDnsQueryDecoder(), new DatagramDnsResponseEncoder(), new Answers());
                    }
                })
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
    }

    /** Where it is asked, as {@code host:port}. */
    public String address() {
        return "127.0.0.1:" + ((InetSocketAddress) channel.localAddress()).getPort();
    }

    public void set(String name, String text) {
        texts.computeIfAbsent(name.toLowerCase(Locale.ROOT), unknown -> new CopyOnWriteArrayList<>())
                .add(text);
    }

    /** From now on it gives no answer about the name. */
    public void keepSilentAbout(String name) {
        silent.add(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        group.shutdownGracefully();
    }

    private final class Answers extends SimpleChannelInboundHandler<DatagramDnsQuery> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramDnsQuery query) {
            DnsQuestion question = query.recordAt(DnsSection.QUESTION);
            String name = question.name().replaceAll("\\.$", "").toLowerCase(Locale.ROOT);
            if (silent.contains(name)) {
                return;
            }
            var response = new DatagramDnsResponse(query.recipient(), query.sender(), query.id());
            response.addRecord(
                    DnsSection.QUESTION,
                    new io.netty.handler.codec.dns.DefaultDnsQuestion(question.name(), question.type()));
            List<String> found = texts.get(name);
            if (found == null) {
                response.setCode(DnsResponseCode.NXDOMAIN);
            } else if (question.type().equals(DnsRecordType.TXT)) {
                found.forEach(text -> response.addRecord(
                        DnsSection.ANSWER,
                        new DefaultDnsRawRecord(question.name(), DnsRecordType.TXT, TTL, characterString(text))));
            }
            context.writeAndFlush(response);
        }
    }

    /** RFC 1035, 3.3: a length and what it counts. */
    private static ByteBuf characterString(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return Unpooled.buffer().writeByte(bytes.length).writeBytes(bytes);
    }
}
