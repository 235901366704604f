package dev.rapidcall.calls.knowledge;

import dev.rapidcall.calls.input.ReadBy;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The folders of the caller's workspace over HTTP. */
@RestController
@RequestMapping("/api/kb/folders")
class FoldersController {
  private final Folders folders;

  FoldersController(Folders folders) {
    this.folders = folders;
  }

  record FolderAnswer(Folder folder) {}

  record FoldersAnswer(List<Folder> folders) {}

  /** The folders of the knowledge base. */
  @GetMapping
  FoldersAnswer list(Caller caller) {
    return new FoldersAnswer(folders.of(caller.workspace()));
  }

  /** Makes a folder. */
  @OncePerKey
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  FolderAnswer add(
      Caller caller,
      @ReadBy(KnowledgeRules.NewFolder.class) @RequestBody(required = false)
          @Nullable JsonNode body) {
    return new FolderAnswer(folders.add(caller.workspace(), body));
  }

  /** Renames or moves a folder. */
  @PutMapping("/{id}")
  FolderAnswer change(
      Caller caller,
      @PathVariable String id,
      @ReadBy(KnowledgeRules.FolderChanges.class) @RequestBody(required = false)
          @Nullable JsonNode body) {
    return new FolderAnswer(folders.change(caller.workspace(), id, body));
  }

  /** Deletes a folder with all that is in it. */
  @DeleteMapping("/{id}")
  Ok remove(Caller caller, @PathVariable String id) {
    folders.remove(caller.workspace(), id);
    return Ok.DONE;
  }
}
