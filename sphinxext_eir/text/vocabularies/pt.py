"""Portuguese."""

from .schema import Vocabulary

VOCABULARY = Vocabulary(
    code="pt",
    warns=True,
    conjunctions="e",
    accompanied="com",
    et_al="e_outros e_outras e_cols. e_col.",
    ibid="ibid. ibidem",
    idem="idem id.",
    op_cit="op._cit. loc._cit.",
    no_date="s._d. s.d. sem_data",
    forthcoming="no_prelo em_preparação prelo",
    first_edition="orig primeir",
    see="ver veja cf cfr vide por_exemplo apud citado_por citado_em",
    asides="""
        ver veja vejam também cf cfr vide por exemplo especialmente sobretudo em particular mas e ou contra
        como no na minha itálico itálicos apud citado citada segundo grifo grifos nosso nossos meu do da autor autora tradução nossa
        original entre outros mais recentemente para uma um discussão nota aqui de o a os as ibid op cit
        ênfase acrescentada adaptado
    """,
    examples_patterns="",
    second_hand="apud citado_por citado_em citada_por como_citado_em como_citado_por",
    locators={
        "page": "página páginas p. pp. pág. págs. pgs.",
        "chapter": "capítulo capítulos cap. caps.",
        "section": "seção seções sec. secs. secção § seç. seçs.",
        "volume": "volume volumes v. vv. vol. vols. tomo t.",
        "paragraph": "parágrafo parágrafos par. pars.",
        "column": "coluna colunas col. cols.",
        "figure": "figura figuras fig. figs.",
        "table": "tabela tabelas tab. tabs. quadro quadros",
        "issue": "número números n. ns. nº",
        "line": "linha linhas l. ls.",
        "note": "nota notas nota notas",
        "part": "parte partes pt. pts.",
        "folio": "fólio fólios f. ff.",
        "book": "livro livros liv. livs.",
        "verse": "verso versos",
        "appendix": "apêndice apêndices anexo anexos",
    },
    further_locators="",
    pages_without_number="n.p. n.p n._p. não_paginado",
    following="ss seg segs e_ss e_segs",
    laws="art arts artigo artigos",
    editors="""
        org orgs coord coords ed eds dir organizador organizadora organizadores editor editores
        coordenador coordenadora
    """,
    roles="trad comp tradutor tradutora tradutores trads",
    small_particles="de da do dos das e",
    particles="De Da Do Dos Das",
    name_endings="",
    name_beginnings="",
    whole_names="",
    genitives="",
    brackets="()",
    times="""
        Primavera Verão Outono Inverno Início Fim Meados Páscoa Natal Ano Dia Século Década
    """,
    starters="""
        O A Os As Um Uma Uns Umas Ao À Aos Às Do Da Dos Das De Em No Na Nos Nas Com Sem Por Pelo Pela Para
        Segundo Conforme Como Se Quando Onde Quem Que E Ou Mas Nem Assim Também Contudo Porém Todavia
        Entretanto Além Embora Porque Pois Logo Então Ele Ela Eles Elas Nós Eu Isto Este Esta Estes Estas Esse
        Essa Esses Isso Aquele Aquela Seu Sua Seus Suas Nosso Nossa Meu Cada Muitos Vários Várias Alguns
        Algumas Todos Todo Toda Outro Outra Outros Dois Duas Três Quatro Cinco Primeiro Primeira Segunda Ver
        Veja Cf Após Antes Depois Durante Entre Contra Sobre Sob Desde Até Ainda Já Aqui Ali Hoje Mais Menos
        Nascido Morto Fundado Assinado Cerca Finalmente Igualmente Enquanto Nasceu Morreu Seguindo
    """,
    no_author="""
        Lei Leis Constituição Tratado Tratados Acordo Acordos Convenção Protocolo Carta Declaração Diretiva
        Regulamento Decreto Sentença Acórdão Código Artigo Artigos Art Capítulo Cap Seção Secção Parte
        Figura Quadro Tabela Gráfico Mapa Anexo Volume Tomo Número Página Nota Guerra Batalha Revolução
        Rebelião Revolta Golpe Crise Eleição Eleições Referendo Cúpula Cimeira Conferência Congresso
        Colóquio Sessão Exposição Festival Jogos Copa Taça Reforma Armistício Paz Pacto Plano Programa
        Tribunal Corte Supremo Resolução Estatuto Édito Época Era Governo Editora Edição Versão Episódio
        Temporada Entrevista Pesquisa Discurso Foto Fonte Atentado Terremoto Catástrofe Modelo Fase Etapa
        Ponto Nascimento Morte Fundação Abolição República Ditadura Independência Império Semana Emenda
        Medida Portaria Caso Mandato Orçamento Ato Processo Processos Olimpíada Manifesto Estatutos Greve
        Boicote Missão Vozes Boitempo Zahar Papirus Hucitec Almedina Autêntica Brasiliense Alargamento
        Estreia Campeonato Censo Encíclica Bronze Mármore Gravura Litografia Libreto Prólogo Epílogo Bienal
        Trienal Expo Regata Maratona Final Telegrama Diário Inventário Edital Falência Motim Trégua Bloqueio
        Embargo Deportação Massacre Genocídio Fome Epidemia Peste Cólera Enchente Seca Erupção Coroação
        Abdicação Jubileu Centenário Sputnik Apolo Eurovisão Satélite Bolso Renúncia Adesão Retirada
        Incêndio Acidente Roteiro Telenovela Sinfonia Sonata Oratório Esboço Rascunho Manuscrito Panfleto
        Petição Fotografia Aquarela Escultura Monumento Barragem Partida Plebiscito Varig Wimbledon
        Watergate Titanic Lusitânia Obras Censura Benfica Comuna Estado Novo Barbarossa Lusitania Mensalão
        Lava-Jato Canudos Contestado Brumadinho Carandiru Candelária
    """,
    noun_endings="ção ssão ismo",
    places="""
        Londres Genebra Varsóvia Moscou Moscovo Viena Roma Milão Veneza Atenas Lisboa Bruxelas Estrasburgo
        Coimbra Porto Braga Évora Brasília Salvador Recife Fortaleza Curitiba Manaus Belém Bahia Pernambuco
        Amazonas Paulo Janeiro Rio São Minas Gerais Luanda Maputo Europa África Ásia América URSS Iugoslávia
        Jugoslávia Tchecoslováquia Prússia Munique Berlim Nuremberg Copenhague Bucareste Budapeste Praga
        Ialta Paris Pequim Tóquio Jerusalém Canudos Palmares Algarve Alentejo Aracaju Bauru Benguela Betim
        Blumenau Cabinda Campinas Caruaru Contagem Cuiabá Diadema Florianópolis Goiânia Guarulhos Joinville
        Jundiaí Lobito Londrina Lubango Macapá Maceió Malanje Maringá Nampula Natal Niterói Osasco Petrolina
        Petrópolis Piracicaba Sorocaba Teresina Uberlândia Uberaba Aveiro Beja Faro Funchal Leiria Setúbal
        Sintra Viseu Aljustrel Huambo Beira Bissau Praia Mindelo Díli Timor Goa Macau Tordesilhas Madri
        Madrid Barcelona Sevilha Saragoça Utrecht Vilnius Cracóvia Nápoles Turim Gênova Génova Florença
        Palermo Bolonha Marselha Bordéus Lyon Istambul Constantinopla Belgrado Sófia Kiev Odessa Bagdá
        Bagdade Damasco Teerã Teerão Cairo Alexandria Argel Tunes Túnis Tânger Bandung Alvor Lusaca
        Maastricht Oslo Helsinque Locarno Dayton Saxônia Baviera Silésia Boêmia Alsácia Lorena Flandres
        Borgonha Bretanha Normandia Provença Saboia Lombardia Toscana Sicília Minho Trás-os-Montes Beiras
        Estremadura Ribatejo Açores Ceará Maranhão Piauí Paraíba Alagoas Sergipe Goiás Paraná Rondônia
        Roraima Amapá Tocantins Lunéville Suez Assuã Assuão Varennes Kronstadt Hiroshima Hiroxima Nagasaki
        Chernobyl Bhopal Fukushima Casablanca Dunquerque Galípoli Guernica Katyn Srebrenica Vukovar Waterloo
        Austerlitz Trafalgar Lepanto Somme Verdun Stalingrado Woodstock Davos Quioto Cannes Ravena Sochi
        Rambouillet Brumadinho Mariana Candelária
    """,
    surnames="Conceição Assunção Encarnação Consolação Anunciação Purificação",
    bodies="""
        Ministério Instituto Universidade Conselho Comissão Agência Banco Observatório Comitê Comité Centro
        Associação Fundação Organização Sociedade Academia Escola Governo Secretaria Nações União Federação
        Partido Direção Senado Folha Estado Brasil Portugal
    """,
    body_words="""
        Ministério Instituto Universidade Conselho Comissão Agência Banco Observatório Comitê Associação
        Fundação Organização Academia Secretaria Federação para
    """,
    connectives="de da do das dos e para em",
    one_word_bodies="IBGE IPEA Ipea Brasil Portugal",
    statesmen="""
        Gorbatchov Iéltsin Stalin Dilma Temer Kubitschek Goulart Geisel Médici Cavaco Marielle Getúlio
    """,
    actors="""
        ONU OTAN UE OEA PT PSDB MDB PCP PIDE MST OMC OPEP PCB PCdoB PTB UDN PSD ARENA PFL DEM PSOL STF STJ
        TSE CDS PPD MPLA UNITA FRELIMO RENAMO ministros deputados Senado
    """,
    subjects="Estado Igreja Islã Partido Direito República Iluminismo Nação Modernidade",
    works="""
        filme romance livro obra poema quadro pintura álbum canção série documentário conto ópera comédia
        tragédia acórdão caso ensaio artigo jogo peça
    """,
    things="""
        navio vapor ferry balsa cargueiro petroleiro submarino barco avião dirigível trem comboio banco
        seguradora firma empresa companhia cervejaria estaleiro fábrica usina siderúrgica fundição refinaria
        moinho mina poço pedreira reator reactor barragem dique ponte túnel torre catedral estádio teatro
        cinema hotel cárcere prisão presídio gueto fortaleza aeroporto porto cidade aldeia vila povoado bairro
        vale ilha corte tribunal julgamento audiência cúpula cimeira conferência jornal diário semanário
        revista emissora clube equipa equipe jogo partida torneio foguete satélite sonda plataforma oleoduto
        destroço derrame maré explosão incêndio naufrágio acidente cheia enchente tempestade avalanche
        epidemia remédio medicamento vacina
    """,
    past_patterns=r"""
        [^\W\d_]{2,}(?:ou|aram|eram|iram|[dcrnv]eu|iu)
        (?:foi|foram)\s[^\W\d_]{2,}[ai]d[oa]s?
        (?:caiu|houve|teve|veio|fez)
    """,
    articles="O A Os As Um Uma Este Esta Seu Sua",
    definite="o a os as ao no na nos nas",
    where="em no na de desde até antes após",
    prepositions="de do da dos das a ao à em no na nos nas com por para contra sobre",
    numbers="dois duas ambos ambas/três/quatro",
    scholarly="""
        estudo estudos autor autores autoras obra obras livro livros artigo artigos ensaio ensaios trabalho
        trabalhos análise análises texto textos leitura leituras interpretações abordagem abordagens
        contribuições pesquisador pesquisadores pesquisadoras historiadores sociólogos economistas críticos
        fonte fontes relatório relatórios pesquisas publicações monografias volumes teorias modelos posições
        definições teses
    """,
    capitals=False,
    claims="""
        sustenta sustentam sustentou escreve escrevem escreveu afirma afirmam afirmou mostra mostram
        mostrou diz dizem disse explica explicam explicou sublinha sublinham salienta salientam
        ressalta ressaltam destaca destacam destacou aponta apontam apontou duvida duvidam critica
        criticam criticou descreve descrevem descreveu define definem definiu distingue distinguem
        defende defendem defendeu nega negam negou nota notam observa observam observou constata
        conclui concluem concluiu sugere sugerem sugeriu propõe propõem propôs considera consideram
        pensa pensam vê veem encontra chama chamam fala falam lembra lembram insiste analisa
        analisam analisou estuda estudam estudou examina examinam discute discutem desenvolve
        demonstra demonstram demonstrou indica indicam rejeita rejeitam questiona questionam
        apresenta apresentam identifica identificam interpreta acrescenta reconhece argumenta
        argumentam argumentou postula formula compara classifica opõe crê acredita acreditam
        estabelece cita citam aborda discorda discordam concorda contradiz contesta contestam expõe
        menciona refuta enfatiza entende entendem mostrado escrito remete remetem mede mediu mediram
        recorre recorrem utiliza utilizam emprega empregam relata relatam rastreia resume responde
        situa situam parte partem trata tratam atribui atribuem concebe concebem denuncia matiza
        explora exploram prefere prolonga revela revelam vai vão vincula evidencia evidenciam alude
        invoca retoma retomam assinala assinalam frisa pontua pontuam adverte advertem alerta objeta
        objetam objetou confirma confirmam confirmou declara declaram concede deduz supõe supõem
        dedica dedicam oferece oferecem caracteriza caracterizam esclarece esclarecem assevera
        asseveram comprova comprovam interpretam reconhecem salientou ressaltou sublinhou comenta
        comentam alega reforça reforçam julga julgam
    """,
    verbs_first=True,
    verbs_last=False,
    before_verb="""
        também já não se o a lhe tem têm havia pode podem poderia deve mesmo ainda assim bem que por_sua_vez
    """,
    ascribing="""
        segundo conforme como para seguindo ver ver_também cf. por de com de_acordo_com na_opinião_de
        na_visão_de nas_palavras_de a_partir_de na_opinião na_visão nas_palavras no_sentido na_leitura_de
        a_tese a_teoria a_análise o_argumento o_estudo a_abordagem a_definição o_livro o_ensaio
    """,
    governing="segundo conforme para por de em com de_acordo_com",
    ascribing_beginnings="Segundo Conforme Como Para Seguindo Ver Cf Com De Em",
    elliptic="de que sobre",
    months="""
        janeiro jan/fevereiro fev/março mar/abril abr/maio mai/junho jun/julho jul/agosto ago/setembro
        set/outubro out/novembro nov/dezembro dez
    """,
    days="domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado",
    date_words="de",
    ordinals="º o",
    accessed="""
        acesso acessado acesso_em acessado_em acedido acedido_em consultado consultado_em
        data_de_acesso último_acesso visitado visitado_em disponível_e_acessado recuperado
        recuperado_de
    """,
    around_accessed="em a no último data",
    bibliographies="""
        Referências Bibliografia Referências_bibliográficas Obras_citadas Fontes Lista_de_referências
        Fontes_e_bibliografia Bibliografia_citada Obras_consultadas Bibliografia_consultada
        Referências_citadas Fontes_consultadas
        Literatura_citada
    """,
    independent_parts="Fontes_primárias Fontes_secundárias",
    parts_of_bibliographies="""
        Fontes_primárias Fontes_secundárias Livros Artigos Sites Imprensa Relatórios Documentos_oficiais Teses
        Entrevistas Legislação
    """,
    contents="sumário índice conteúdo",
    lists_of_pictures="lista_de_figuras lista_de_tabelas lista_de_quadros índice_de_figuras",
    notes="Notas Notas_de_rodapé Notas_de_fim Notas_finais Notas_e_referências",
    over_notes="referências notas_e_referências fontes",
    back_patterns=r"""
        (?:voltar|regressar|subir)(?: ao texto)?
    """,
    publishers_lists="""
        Títulos_publicados Títulos_já_publicados Outros_títulos_da_coleção Da_mesma_coleção
        Nesta_coleção Na_mesma_coleção Títulos_da_coleção Volumes_publicados Já_publicados
        Últimos_títulos_publicados
    """,
    biographies="""
        Sobre_o_autor Sobre_a_autora Sobre_os_autores Sobre_as_autoras O_autor A_autora Os_autores Biografia
        Nota_biográfica Autor Autora As_autoras Notas_biográficas Minibiografia Nota_sobre_o_autor
        Nota_sobre_a_autora Nota_biobibliográfica Minicurrículo
    """,
    sections="""
        Resumo Introdução Conclusão Conclusões Antecedentes Contexto Metodologia Método
        Revisão_da_literatura Discussão Agradecimentos Anexo Anexos Apêndice Quadro_teórico
        Referencial_teórico Análise Resultados Considerações_finais Prefácio Prólogo Epílogo
        Para_concluir À_guisa_de_conclusão A_título_de_conclusão Palavras_finais Observações_finais
        Financiamento Conflito_de_interesses Conflitos_de_interesse Conflitos_de_interesses
        Contribuição_dos_autores Resultados_e_discussão Material_e_métodos Materiais_e_métodos
    """,
    by="por escrito_por apresentado_por",
    posted_by="publicado_por postado_por",
    author_labels="autor autora autores autoras autor/a autor(a) doutorando doutoranda mestrando mestranda aluno aluna discente",
    other_people="orientador orientação",
    published="publicado_em publicado publicada_em data em",
    history="recebido aceito aceite submetido revisado",
    about_article="histórico_do_artigo informações_do_artigo informação_do_artigo",
    appeared="publicado publicada publicação disponível disponibilizado",
    around_appeared="em on-line online",
    updated="atualizado atualizado_em atualizada_em atualização",
    translated_by="tradução tradução_de traduzido_por",
    keywords="palavras-chave palavras_chave descritores",
    summaries="Resumo",
    set_apart="""
        teorema lema demonstração definição proposição corolário observação exemplo hipótese exercício
        pergunta resposta fonte
    """,
    disclaimers_patterns=r"""
        (?:Este|Esta) (?:texto|artigo|ensaio|trabalho|tese) foi (?:originalmente )?(?:escrito|escrita|redigido) (?:para|por|como|no|na|em)\b.*
    """,
    kinds_patterns=r"""
        interview: entrevista\b(?: com\b|\s*[-–—:]).*
        review: resenha\b\s*[-–—:].*
    """,
    institutions="Universidade Instituto Escola Academia Faculdade Centro Ministério Fundação",
    no_titles_patterns=r"""
        artigos?|ensaios?|resenhas?|editorial|número \d+.*
    """,
    theses_patterns=r"""
        (?:dissertação|tese|monografia)(?: de (?:mestrado|doutorado|doutoramento|licenciatura).*)?|trabalho de conclusão de curso.*
        (?:dissertação|tese|trabalho|monografia) apresentad[ao] .*|(?:para|como requisito) .*obtenção .*
    """,
    no_names="""
        resumo introdução artigo capítulo sumário citação editor revista direito manuscrito parte política
        imprensa projeto relatório pesquisa seção série número especial estudo estudos tese versão volume
        estudante orientador curso história nota grupo
    """,
    title_beginnings="os as um uma sobre para com entre à às ao",
    abbreviated="prof profa dra sra",
    abbreviations="Sr Sra Dr Dra Prof Profa p ex pág cap cf etc vol art org ed eds op cit ss Ltda",
    mastheads="conselho_editorial comissão_editorial comitê_editorial corpo_editorial editor_responsável",
    captioned="Quadro Tabela Figura Fig Gráfico Mapa Imagem Foto",
    written_by="Escrito_por",
    written_at="Escrito_em",
    written_for="Escrito_para",
    courses="curso disciplina seminário",
    about_paper="matrícula número_de_aluno n.º_de_aluno número_de_palavras e-mail tel ra r.a.",
    date_written="Data_de_redação",
    colophon="""
        Data Palavras Orientador Orientadora Curso Universidade Instituição Disciplina
    """,
    other_articles="""
        Leia_também Leia_mais Leia_ainda Veja_também Ver_também Artigos_relacionados Matérias_relacionadas Notícias_relacionadas
        Posts_relacionados Conteúdo_relacionado Você_também_pode_gostar Pode_interessar Saiba_mais Mais_sobre_este_tema
        Leia Veja_mais Confira_também Confira_mais Leia_a_seguir Relacionadas Relacionados Recomendados Recomendadas Mais_lidas
        Artigo_anterior Próximo_artigo Post_anterior Próximo_post
    """,
    of_readers_patterns=r"""
        \d+ (?:comentários?|respostas?)(?: (?:em|a) [“"«].*[”"»])?
        (?:deixe|deixar|escreva|adicione) (?:um comentário|uma resposta)(?: cancelar (?:a )?resposta)?
        (?:assine|inscreva-se (?:em|na)) (?:a )?(?:nossa )?newsletter.{0,60}
        imprimir (?:este|o) artigo
        © .{0,80} todos os direitos reservados.{0,40}
    """,
    accounts="administrador convidado anônimo anónimo desconhecido",
    share="Compartilhar Compartilhe Compartilhe_isso Compartilhar_no Compartilhe_no Compartilhar_em Partilhar Partilhe Partilhar_no",
    follow="Siga-nos_no Siga-nos_na Siga-nos_em Siga-nos",
    honorifics="Dr Dra Prof Profa Professor Professora Sr Sra",
    ranks="",
    faculties="",
    says_who="""
        é era foi ensina leciona trabalha trabalhou estuda estudou tem dirige escreve vive pesquisa obteve
    """,
    goes_on="Ele Ela Seu Sua Seus É As_opiniões",
    the_author="o_autor a_autora os_autores",
    dangling="""
        o a os as um uma de do da dos das ao à em no na nos nas com por para e ou mas que como se não seu sua
        é são era foi ser este esta entre sobre sem até
    """,
    compound_starts="ex anglo pós pré não bem mal vice",
    always_compound="ex pós pré vice",
    fused_starts="",
    compound_ends="se lo la lhe me nos",
    after_hyphen="e ou",
    common="""
        o a os as de do da dos das que em no na e um uma se não por com para é ao mais mas seu sua são como
        também à pelo pela foi ser
    """,
)
