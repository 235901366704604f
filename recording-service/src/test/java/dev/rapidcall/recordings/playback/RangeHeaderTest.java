package dev.rapidcall.recordings.playback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.recordings.objects.FilePart;
import dev.rapidcall.recordings.playback.RequestedPart.Part;
import dev.rapidcall.recordings.playback.RequestedPart.Unsatisfiable;
import dev.rapidcall.recordings.playback.RequestedPart.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeHeaderTest {
  private static final long SIZE = 100;

  @ParameterizedTest
  @CsvSource({
    "bytes=0-,     0, 99",
    "bytes=0-0,    0,  0",
    "bytes=10-19, 10, 19",
    "bytes=90-500,90, 99",
    "bytes=99-,   99, 99",
    "bytes=-10,   90, 99",
    "bytes=-500,   0, 99",
    "' bytes= 1 - 2 ', 1, 2",
    "bytes=0-999999999999999999, 0, 99"
  })
  void readsAPart(String header, long first, long last) {
    assertThat(RangeHeader.read(header, SIZE)).isEqualTo(new Part(new FilePart(first, last)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=100-",
        "bytes=100-200",
        "bytes=5-4",
        "bytes=-0",
        "bytes=-",
        "bytes=",
        "bytes=a-b",
        "bytes=--5",
        "bytes=9999999999999999999-"
      })
  void refusesWhatIsNoPart(String header) {
    assertThat(RangeHeader.read(header, SIZE)).isEqualTo(new Unsatisfiable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"items=0-5", "bytes=0-1,5-6", "0-5"})
  void givesTheWholeForWhatItDoesNotServe(String header) {
    assertThat(RangeHeader.read(header, SIZE)).isEqualTo(new Whole());
  }

  @Test
  void noHeaderIsTheWhole() {
    assertThat(RangeHeader.read(null, SIZE)).isEqualTo(new Whole());
  }
}
