package dev.rapidcall.calls.knowledge.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapidcall.calls.knowledge.Pdfs;
import dev.rapidcall.calls.knowledge.UnreadablePdfException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfBoxTextsTest {
  @TempDir private Path directory;
  private final PdfBoxTexts texts = new PdfBoxTexts();

  @Test
  void readsTheText() {
    assertThat(texts.read(file(Pdfs.of("Opening hours", "Nine to five")), 1000))
        .isEqualToIgnoringWhitespace("Opening hours Nine to five");
  }

  @Test
  void stopsAtTheLengthThatIsTaken() {
    assertThat(texts.read(file(Pdfs.of("Opening hours", "Nine to five")), 7)).isEqualTo("Opening");
  }

  @Test
  void aPageWithoutTextIsEmpty() {
    assertThat(texts.read(file(Pdfs.of()), 1000)).isBlank();
  }

  @Test
  void saysThatAFileIsEncrypted() {
    refuses(Pdfs.encrypted("secret"), "encrypted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no PDF at all", "%PDF-1.7\n1 0 obj\n<<"})
  void saysThatAFileIsDamaged(String content) {
    refuses(content.getBytes(StandardCharsets.US_ASCII), "damaged");
  }

  @Test
  void saysThatHalfAFileIsDamagedOrReadsWhatIsThere() {
    byte[] whole = Pdfs.of("Opening hours");
    byte[] half = Arrays.copyOf(whole, whole.length / 2);

    refuses(half, "damaged");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void refusesAPartThatUnpacksToMoreThanIsTaken(int layers) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    OutputStream packing = bytes;
    for (int layer = 0; layer < layers; layer++) {
      packing = new DeflaterOutputStream(packing);
    }
    try (OutputStream all = packing) {
      byte[] piece = new byte[1024 * 1024];
      for (int i = 0; i < 130; i++) {
        all.write(piece);
      }
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(
        "%PDF-1.7\n1 0 obj\n<</Filter/FlateDecode>>stream\r\n".getBytes(StandardCharsets.US_ASCII));
    file.write(bytes.toByteArray());
    file.write("\nendstream".getBytes(StandardCharsets.US_ASCII));

    refuses(file.toByteArray(), "unpacks");
  }

  private void refuses(byte[] content, String why) {
    Path file = file(content);
    assertThatThrownBy(() -> texts.read(file, 1000))
        .isInstanceOf(UnreadablePdfException.class)
        .hasMessageContaining(why);
  }

  private Path file(byte[] content) {
    try {
      return Files.write(directory.resolve("file.pdf"), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
