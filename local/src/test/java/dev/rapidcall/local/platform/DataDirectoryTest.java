package dev.rapidcall.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir private Path root;

  @Test
  void isHeldByOnePlatformAtATime() throws Exception {
    DataDirectory first = DataDirectory.hold(root);
    assertThatExceptionOfType(PlatformException.class)
        .isThrownBy(() -> DataDirectory.hold(root))
        .withMessageContaining("already runs");
    first.close();

    try (DataDirectory second = DataDirectory.hold(root)) {
      assertThat(second.of("postgres")).isDirectory();
    }
  }
}
