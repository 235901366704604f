package dev.rapidcall.calls.contacts;

import dev.rapidcall.calls.contacts.BackfillContacts.Backfilled;
import dev.rapidcall.calls.contacts.ImportContacts.Imported;
import dev.rapidcall.calls.input.ReadBy;
import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.idempotency.OncePerKey;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.web.Ok;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Contacts of the caller's workspace over HTTP. */
@RestController
@RequestMapping("/api/crm/contacts")
class ContactsController {
  private static final String MANUAL = "manual";

  private final Contacts contacts;
  private final ContactCalls calls;
  private final ImportContacts importing;
  private final BackfillContacts backfilling;

  ContactsController(
      Contacts contacts,
      ContactCalls calls,
      ImportContacts importing,
      BackfillContacts backfilling) {
    this.contacts = contacts;
    this.calls = calls;
    this.importing = importing;
    this.backfilling = backfilling;
  }

  record Details(Contact contact, List<ContactCall> calls, List<JsonNode> outboundJobs) {}

  record File(@Nullable String csv) {}

  record ContactAnswer(Contact contact) {}

  record ContactsAnswer(List<Contact> contacts) {}

  /** The contacts, those called last first. */
  @GetMapping
  ContactsAnswer list(
      Caller caller,
      @RequestParam @Nullable String search,
      @RequestParam @Nullable String tag,
      @RequestParam @Nullable String source,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable Integer offset) {
    return new ContactsAnswer(
        contacts.find(caller.workspace(), ContactSearch.of(search, tag, source, limit, offset)));
  }

  /** One contact with its calls. */
  @GetMapping("/{id}")
  Details get(Caller caller, @PathVariable String id) {
    Contact contact = contacts.find(caller.workspace(), id).orElseThrow(this::unknown);
    return new Details(contact, calls.with(contact), List.of());
  }

  /** Makes a contact; its number is unique in the workspace. */
  @OncePerKey
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ContactAnswer create(
      Caller caller,
      @ReadBy(ContactInput.NewContact.class) @RequestBody(required = false)
          @Nullable JsonNode body) {
    ContactInput.New input = ContactInput.forCreate(body);
    return new ContactAnswer(
        contacts.put(caller.workspace(), input.phone(), input.fields(), MANUAL));
  }

  /** Changes what was sent of a contact. */
  @PutMapping("/{id}")
  ContactAnswer change(
      Caller caller,
      @PathVariable String id,
      @ReadBy(ContactInput.Changes.class) @RequestBody(required = false) @Nullable JsonNode body) {
    ContactInput input = ContactInput.forUpdate(body);
    return new ContactAnswer(
        contacts.change(caller.workspace(), id, input).orElseThrow(this::unknown));
  }

  /** Deletes a contact; its calls stay. */
  @DeleteMapping("/{id}")
  Ok remove(Caller caller, @PathVariable String id) {
    if (!contacts.remove(caller.workspace(), id)) {
      throw unknown();
    }
    return Ok.DONE;
  }

  /** Makes and completes contacts from a table. */
  @OncePerKey
  @PostMapping("/import")
  @ResponseStatus(HttpStatus.CREATED)
  Imported importFile(Caller caller, @RequestBody File file) {
    return importing.from(file.csv(), caller.workspace());
  }

  /** Makes the contacts of all calls there were. */
  @OncePerKey
  @PostMapping("/backfill")
  Backfilled backfill(Caller caller) {
    return backfilling.of(caller.workspace());
  }

  private NotFound unknown() {
    return new NotFound("Contact not found");
  }
}
