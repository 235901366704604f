package dev.rapidcall.calls.knowledge;

import dev.rapidcall.service.identity.Caller;
import java.util.List;
import java.util.Map;
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

  @GetMapping
  Map<String, List<Folder>> list(Caller caller) {
    return Map.of("folders", folders.of(caller.workspace()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Folder> add(Caller caller, @RequestBody(required = false) @Nullable JsonNode body) {
    return Map.of("folder", folders.add(caller.workspace(), body));
  }

  @PutMapping("/{id}")
  Map<String, Folder> change(
      Caller caller,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable JsonNode body) {
    return Map.of("folder", folders.change(caller.workspace(), id, body));
  }

  @DeleteMapping("/{id}")
  Map<String, Boolean> remove(Caller caller, @PathVariable String id) {
    folders.remove(caller.workspace(), id);
    return Map.of("ok", true);
  }
}
