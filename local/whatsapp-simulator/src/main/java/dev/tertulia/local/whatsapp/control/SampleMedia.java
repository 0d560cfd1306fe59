package dev.tertulia.local.whatsapp.control;

import dev.tertulia.local.whatsapp.number.InvalidValue;
import io.vertx.core.buffer.Buffer;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;

/** Media for customers who have none at hand: real files of the kinds that phones send. */
record SampleMedia(String mimeType, String fileName, Buffer bytes) {

    /** A sample for a type of message: image, audio, video, document or sticker. */
    static SampleMedia of(String type) {
        return switch (type) {
            case "image" -> new SampleMedia("image/jpeg", "picture.jpg", picture());
            case "audio" -> new SampleMedia("audio/ogg; codecs=opus", "voice.ogg", resource("voice.ogg"));
            case "video" -> new SampleMedia("video/mp4", "video.mp4", resource("video.mp4"));
            case "sticker" -> new SampleMedia("image/webp", "sticker.webp", resource("sticker.webp"));
            case "document" -> new SampleMedia("application/pdf", "document.pdf", pdf());
            default -> throw new InvalidValue("no media are of type " + type);
        };
    }

    /** A sunset, a different one each time. */
    private static Buffer picture() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        BufferedImage image = new BufferedImage(640, 420, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = image.createGraphics();
        float hue = random.nextFloat();
        paint.setPaint(new GradientPaint(
                0, 0, Color.getHSBColor(hue, 0.55f, 0.45f), 0, 420, Color.getHSBColor(hue + 0.12f, 0.6f, 1f)));
        paint.fillRect(0, 0, 640, 420);
        paint.setPaint(Color.getHSBColor(hue + 0.15f, 0.25f, 1f));
        paint.fill(new Ellipse2D.Double(random.nextInt(80, 440), random.nextInt(60, 180), 130, 130));
        for (int hill = 0; hill < 4; hill++) {
            paint.setPaint(Color.getHSBColor(hue + 0.02f, 0.6f, 0.34f - hill * 0.07f));
            paint.fill(new Ellipse2D.Double(random.nextInt(-320, 420), 270 + hill * 35, random.nextInt(420, 700), 320));
        }
        paint.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(out.toByteArray());
    }

    private static Buffer resource(String name) {
        try (InputStream in = SampleMedia.class.getResourceAsStream("/samples/" + name)) {
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One page with one line of text, its cross-reference table computed. */
    private static Buffer pdf() {
        String text = "BT /F1 28 Tf 72 740 Td (A document from the WhatsApp simulator) Tj ET";
        String[] objects = {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length " + text.length() + ">>stream\n" + text + "\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
        };
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append(String.format(java.util.Locale.ROOT, "%010d 00000 n \n", pdf.length()));
            pdf.append(i + 1).append(" 0 obj").append(objects[i]).append("endobj\n");
        }
        int start = pdf.length();
        pdf.append(table)
                .append("trailer<</Size 6/Root 1 0 R>>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n");
        return Buffer.buffer(pdf.toString());
    }
}
