package dev.rapidcall.calls.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapidcall.service.errors.ApiException.BadRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactFileTest {

  @Test
  void readsWhatItFindsAndLeavesOutWhatHasNoNumber() {
    Map<String, ContactInput> contacts =
        ContactFile.read("Name, Phone ,tags\r\nEve,+1 (415) 555-0100,a; b;\r\nBob,none,\r\n");

    assertThat(contacts)
        .containsOnlyKeys("+14155550100")
        .containsValue(new ContactInput("Eve", null, null, List.of("a", "b"), null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "phone", "phone\n", "name\nEve", "phone\nnone"})
  void refusesWhatHasNoContact(String csv) {
    assertThatThrownBy(() -> ContactFile.read(csv)).isInstanceOf(BadRequest.class);
  }
}
