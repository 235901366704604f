package dev.rapidcall.local.sandbox.livekit.http;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import dev.rapidcall.local.sandbox.livekit.wire.Refused;
import dev.rapidcall.local.sandbox.livekit.wire.Refused.Code;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The two ways to write a message. */
enum TwirpBody {
  PROTOBUF("application/protobuf"),
  JSON("application/json");

  private static final JsonFormat.Parser PARSER = JsonFormat.parser().ignoringUnknownFields();
  private static final JsonFormat.Printer PRINTER =
      JsonFormat.printer()
          .preservingProtoFieldNames()
          .alwaysPrintFieldsWithNoPresence()
          .omittingInsignificantWhitespace();

  private final String contentType;

  TwirpBody(String contentType) {
    this.contentType = contentType;
  }

  static TwirpBody of(@Nullable String header) {
    String wanted = header == null ? "" : header.split(";", 2)[0].trim();
    for (TwirpBody body : values()) {
      if (body.contentType.equalsIgnoreCase(wanted)) {
        return body;
      }
    }
    throw new Refused(Code.BAD_ROUTE, "unexpected Content-Type: \"" + wanted + "\"");
  }

  <Q extends Message> Q parse(byte[] bytes, Q empty) {
    try {
      Message.Builder message = empty.newBuilderForType();
      if (this == PROTOBUF) {
        message.mergeFrom(bytes);
      } else {
        PARSER.merge(new String(bytes, StandardCharsets.UTF_8), message);
      }
      @SuppressWarnings("unchecked") // a builder builds what it was made from
      Q parsed = (Q) message.build();
      return parsed;
    } catch (InvalidProtocolBufferException e) {
      throw new Refused(Code.MALFORMED, "the request could not be decoded");
    }
  }

  Answer answer(Message message) {
    try {
      byte[] body =
          this == PROTOBUF
              ? message.toByteArray()
              : PRINTER.print(message).getBytes(StandardCharsets.UTF_8);
      return new Answer(200, contentType, body);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("an answer that is no JSON", e);
    }
  }
}
