package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.idempotency.OncePerKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces")
class WorkspacesController {
  private final Workspaces workspaces;
  private final OpenWorkspace openWorkspace;
  private final RenameWorkspace renameWorkspace;
  private final SelectWorkspace selectWorkspace;
  private final AccountSettings settings;

  WorkspacesController(
      Workspaces workspaces,
      OpenWorkspace openWorkspace,
      RenameWorkspace renameWorkspace,
      SelectWorkspace selectWorkspace,
      AccountSettings settings) {
    this.workspaces = workspaces;
    this.openWorkspace = openWorkspace;
    this.renameWorkspace = renameWorkspace;
    this.selectWorkspace = selectWorkspace;
    this.settings = settings;
  }

  /**
   * @param create whether another workspace is meant; without it the present one is renamed
   */
  record Body(
      @NotNull(message = "Required")
          @Size(min = 1, max = 80, message = "Must have 1 to 80 characters")
          @Pattern(regexp = Patterns.STORABLE, message = "Invalid character")
          String name,
      @Nullable Boolean create) {}

  record All(List<WorkspaceView> workspaces) {}

  record One(WorkspaceView workspace) {}

  /** The workspaces that the caller belongs to. */
  @GetMapping
  All list(@RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who) {
    List<Workspace> all =
        who.isPerson() ? workspaces.of(who.session().user().id()) : List.of(who.workspace());
    return new All(all.stream().map(it -> WorkspaceView.of(it, settings)).toList());
  }

  /** Renames the present workspace (200), or makes a further one with create: true (201). */
  @OncePerKey
  @PostMapping
  ResponseEntity<One> createOrRename(
      @RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who, @Valid @RequestBody Body body) {
    if (Boolean.TRUE.equals(body.create())) {
      Workspace created = openWorkspace.named(body.name(), who.session().user().id());
      return ResponseEntity.status(HttpStatus.CREATED).body(shown(created));
    }
    return ResponseEntity.ok(shown(renameWorkspace.to(body.name(), who)));
  }

  /** Renames a workspace. */
  @PutMapping("/{id}")
  One rename(
      @RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who,
      @PathVariable String id,
      @Valid @RequestBody Body body) {
    OwnWorkspace.named(id, who);
    return shown(renameWorkspace.to(body.name(), who));
  }

  /** Makes a workspace the present one of this session. */
  @PostMapping("/{id}/select")
  One select(@RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who, @PathVariable String id) {
    return shown(selectWorkspace.of(who.session(), id));
  }

  private One shown(Workspace workspace) {
    return new One(WorkspaceView.of(workspace, settings));
  }
}
