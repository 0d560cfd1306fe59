package dev.tertulia.tenant.mail;

/** The two tables of one shape: tenants' mail under their policy, and that which no tenant has to do with. */
enum MailTable {
    OF_TENANTS("mail", "tenant_id = current_setting('app.tenant_id')::uuid and "),
    OF_STRANGERS("stranger_mail", "");

    private final String tableName;
    private final String its;

    MailTable(String tableName, String its) {
        this.tableName = tableName;
        this.its = its;
    }

    String tableName() {
        return tableName;
    }

    /** Arguments: id, kind, content (null withholds it), when it loses its use, when it is due. */
    String add() {
        return "insert into " + tableName + " (id, kind, content, useful_until, due_at, given_up) values"
                + " ($1, $2, $3::text, $4, $5, $3::text is null)";
    }

    /** Arguments: id, when another process may take it. Gives nothing where it is gone, or another has it. */
    String take() {
        return "update " + tableName + " set attempts = attempts + 1, due_at = $2 where " + its
                + "id = $1 and due_at <= now() returning kind, content, attempts, useful_until";
    }

    /** Arguments: id, when to try again, why it failed. */
    String postpone() {
        return "update " + tableName + " set due_at = $2, problem = $3 where " + its + "id = $1 and not given_up";
    }

    /** Arguments: id, when to forget it, why it failed. */
    String giveUp() {
        return "update " + tableName + " set given_up = true, content = null, due_at = $2, problem = $3 where " + its
                + "id = $1";
    }

    String remove() {
        return "delete from " + tableName + " where " + its + "id = $1";
    }
}
