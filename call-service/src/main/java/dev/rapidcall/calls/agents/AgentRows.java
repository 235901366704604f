package dev.rapidcall.calls.agents;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The agents' rows. */
interface AgentRows extends JpaRepository<AgentEntity, String> {

  List<AgentEntity> findByWorkspaceIdOrderByCreatedAtDescIdDesc(String workspaceId);

  Optional<AgentEntity> findByIdAndWorkspaceId(String id, String workspaceId);

  /** The row, held until the transaction is over, so that two changes do not undo each other. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select a from AgentEntity a where a.id = :id and a.workspaceId = :workspaceId")
  Optional<AgentEntity> findForChange(String id, String workspaceId);

  /** In one statement, so that two at once do not trip over each other. */
  @Modifying
  @Query("delete from AgentEntity a where a.id = :id and a.workspaceId = :workspaceId")
  int remove(String id, String workspaceId);
}
