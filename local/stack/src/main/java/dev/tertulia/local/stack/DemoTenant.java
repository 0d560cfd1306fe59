package dev.tertulia.local.stack;

import java.util.List;
import java.util.Map;

/**
 * A tenant of the local stack.
 *
 * @param members by role; the owner first
 * @param number its simulated WhatsApp number, digits
 * @param contacts names by phone number in the international form
 * @param firstMessage what a customer writes when the number has just been connected
 */
record DemoTenant(
        String slug,
        String name,
        String locale,
        String timezone,
        String country,
        List<DemoMember> members,
        String number,
        Map<String, String> contacts,
        FirstMessage firstMessage) {

    static final DemoUser PLATFORM_ADMINISTRATOR = new DemoUser("platform@tertulia.test", "Tertulia", "Operator");

    static final List<DemoTenant> ALL = List.of(
            new DemoTenant(
                    "acme",
                    "Acme Panadería",
                    "es",
                    "America/Mexico_City",
                    "MX",
                    members("acme.test", "Marta Ríos", "Julián Peña", "Lucía Fernández", "Nicolás Ibáñez"),
                    "5215550001000",
                    Map.of(
                            "+525512345678", "María José Hernández Núñez",
                            "+525587654321", "Ángel Muñoz",
                            "+34600111222", "Begoña Etxeberria",
                            "+5491122334455", "Agustín Güiraldes",
                            "+573001234567", "Íñigo Peñalosa"),
                    new FirstMessage("+525512345678", "María José", "¡Hola! ¿Tienen pan de muerto para el viernes?")),
            new DemoTenant(
                    "globex",
                    "Globex Viagens",
                    "pt-BR",
                    "America/Sao_Paulo",
                    "BR",
                    members("globex.test", "Conceição Araújo", "Luís Gonçalves", "Inês Simões", "João Brandão"),
                    "551130001000",
                    Map.of(
                            "+5511987654321", "Antônio José da Conceição",
                            "+5521998765432", "Íris Magalhães",
                            "+351912345678", "Tomás Leitão",
                            "+966501234567", "نورة القحطاني",
                            "+201001234567", "محمد عبد الرحمن"),
                    new FirstMessage("+5511987654321", "Antônio", "Olá! Há lugares no passeio de sábado?")));

    record FirstMessage(String phone, String name, String text) {}

    record DemoMember(DemoUser user, String role) {}

    DemoUser owner() {
        return members.getFirst().user();
    }

    static List<DemoUser> users() {
        var users = new java.util.ArrayList<DemoUser>();
        users.add(PLATFORM_ADMINISTRATOR);
        ALL.forEach(tenant -> tenant.members().forEach(member -> users.add(member.user())));
        return List.copyOf(users);
    }

    private static List<DemoMember> members(
            String domain, String owner, String supervisor, String firstAgent, String secondAgent) {
        return List.of(
                member("owner@" + domain, owner, "owner"),
                member("supervisor@" + domain, supervisor, "supervisor"),
                member("agent1@" + domain, firstAgent, "agent"),
                member("agent2@" + domain, secondAgent, "agent"));
    }

    private static DemoMember member(String email, String name, String role) {
        int space = name.indexOf(' ');
        return new DemoMember(new DemoUser(email, name.substring(0, space), name.substring(space + 1)), role);
    }
}
