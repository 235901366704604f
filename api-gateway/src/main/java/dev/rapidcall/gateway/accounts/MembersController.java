package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.web.Ok;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{id}/members")
class MembersController {
  private final Members members;
  private final ChangeMember change;

  MembersController(Members members, ChangeMember change) {
    this.members = members;
    this.change = change;
  }

  record Body(
      @NotNull(message = "Required")
          @Pattern(regexp = Role.WORD, message = "Must be owner, member or viewer")
          String role) {}

  record View(String userId, String name, String email, String role, Instant createdAt) {
    static View of(Member member) {
      return new View(
          member.userId().value(),
          member.name(),
          member.email(),
          member.role().word(),
          member.joinedAt());
    }
  }

  record All(List<View> members) {}

  record One(View member) {}

  /** The members of a workspace with their roles. */
  @GetMapping
  All list(@RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who, @PathVariable String id) {
    return new All(members.of(OwnWorkspace.named(id, who)).stream().map(View::of).toList());
  }

  /** Gives a member another role; one owner always stays. */
  @PutMapping("/{userId}")
  One change(
      @RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who,
      @PathVariable String id,
      @PathVariable String userId,
      @Valid @RequestBody Body body) {
    OwnWorkspace.named(id, who);
    return new One(View.of(change.role(who, userId, Role.named(body.role()))));
  }

  /** Takes a member out of a workspace; one owner always stays. */
  @DeleteMapping("/{userId}")
  Ok remove(
      @RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who,
      @PathVariable String id,
      @PathVariable String userId) {
    OwnWorkspace.named(id, who);
    change.remove(who, userId);
    return Ok.DONE;
  }
}
